import { cohorts } from '@concord/db/schema/learning';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { coordinatesPerson, coordinatesSeat, directsSeats, mayAskFor } from '../../policies/seats.ts';
import { record } from '../../record/record.ts';
import { whoAgrees } from './agreement.ts';
import {
  allocationOf,
  append,
  isActive,
  type Ledger,
  partyOfSeat,
  requestOf,
  type SeatPerson,
  seatPeople,
  settingsOf,
  takeLedger,
} from './ledger.ts';
import { settingsLine } from './lines.ts';
import type { SeatLine } from './rules.ts';
import type { AgreeInput, RequestInput, SettingsInput } from './schemas.ts';
import { settle } from './settle.ts';

/** Asks for seats. Who speaks for the people agrees by asking, and who decides over seats agrees to all of it. */
export async function requestSeats(ctx: SignedIn, { cohortId, personIds, reason }: RequestInput) {
  const ledger = await takeLedger(ctx, cohortId);
  const asked = await seatPeople(ctx, personIds);
  found(asked.length === new Set(personIds).size ? asked : undefined);
  for (const person of asked) authorize(mayAskFor(ctx.actor, ledger.cohort, person));
  assertOpen(ctx, ledger);
  const active = new Set(
    linesOf(ledger)
      .filter(isActive)
      .map(({ personId }) => personId),
  );
  const fresh = asked.filter(({ id }) => !active.has(id));
  if (fresh.length === 0) throw new AppError('CONFLICT', 'seats.askedAlready');
  const lines = fresh.flatMap((person) => linesFor(ctx, ledger, person, reason));
  await append(ctx, ledger, lines);
  await recordAct(ctx, ledger, 'seats.request', { personIds: fresh.map(({ id }) => id) });
  const { allocation } = await settle(ctx, ledger);
  await whoAgrees(ctx, ledger, allocation);
  return answer(
    ledger,
    fresh.map(({ id }) => id),
  );
}

function linesFor(ctx: SignedIn, ledger: Ledger, person: SeatPerson, reason: string) {
  const seat = { personId: person.id, partyId: partyOfSeat(person, ledger.entries) };
  if (directsSeats(ctx.actor, ledger.cohort)) return requestOf(seat, true, { reason });
  const ask = requestOf(seat, false, { reason });
  if (!coordinatesPerson(ctx.actor, person)) return ask;
  return [...ask, { kind: 'coordinatorAgreed' as const, ...seat }];
}

/** Agrees to somebody's request, in the one or two parts the actor may agree in. */
export async function agree(ctx: SignedIn, { cohortId, personId, reason }: AgreeInput) {
  const { ledger, person, line } = await lineOf(ctx, cohortId, personId);
  const director = directsSeats(ctx.actor, ledger.cohort);
  const coordinator = coordinatesPerson(ctx.actor, person);
  if (line.state === 'holds' || line.state === 'waits') return answer(ledger, [personId]);
  if (!isActive(line)) throw new AppError('CONFLICT', 'seats.notAsked');
  authorize(line.state === 'needsCoordinator' ? coordinator || director : director);
  const seat = { personId, partyId: line.partyId, reason };
  if (line.state === 'needsCoordinator') await append(ctx, ledger, [{ kind: 'coordinatorAgreed', ...seat }]);
  if (director) await append(ctx, ledger, [{ kind: 'directorAgreed', ...seat }]);
  await recordAct(ctx, ledger, 'seats.agree', { personId });
  const { allocation } = await settle(ctx, ledger);
  await whoAgrees(ctx, ledger, allocation);
  return answer(ledger, [personId]);
}

/** Refuses a request or takes a seat away, with the reason all may read. */
export async function refuse(ctx: SignedIn, { cohortId, personId, reason }: AgreeInput) {
  const { ledger, person, line } = await lineOf(ctx, cohortId, personId);
  authorize(coordinatesSeat(ctx.actor, person, line.partyId) || directsSeats(ctx.actor, ledger.cohort));
  return end(ctx, ledger, line, 'refused', reason);
}

/** Gives up a seat or a request: one's own, or that of somebody one speaks for. */
export async function withdrawSeat(ctx: SignedIn, { cohortId, personId, reason }: AgreeInput) {
  const { ledger, line } = await lineOf(ctx, cohortId, personId);
  return end(ctx, ledger, line, 'withdrawn', reason);
}

async function end(
  ctx: SignedIn,
  ledger: Ledger,
  line: SeatLine,
  kind: 'refused' | 'withdrawn',
  reason: string,
) {
  const { personId, partyId } = line;
  if (!isActive(line)) throw new AppError('CONFLICT', 'seats.notAsked');
  await append(ctx, ledger, [{ kind, personId, partyId, reason }]);
  await recordAct(ctx, ledger, `seats.${kind}`, { personId });
  await settle(ctx, ledger);
  return answer(ledger, [personId]);
}

/** Puts a request before the others: an operational emergency, with the reason all nations read. */
export async function moveForward(ctx: SignedIn, { cohortId, personId, reason }: AgreeInput) {
  const { ledger, line } = await lineOf(ctx, cohortId, personId);
  authorize(directsSeats(ctx.actor, ledger.cohort));
  if (!isActive(line)) throw new AppError('CONFLICT', 'seats.notAsked');
  await append(ctx, ledger, [{ kind: 'moved', personId, partyId: line.partyId, urgent: true, reason }]);
  await recordAct(ctx, ledger, 'seats.move', { personId });
  await settle(ctx, ledger);
  return answer(ledger, [personId]);
}

/** Opens what parties have not filled to all who wait, before its day. */
export async function reofferNow(ctx: SignedIn, { cohortId, reason }: { cohortId: string; reason: string }) {
  const ledger = await takeLedger(ctx, cohortId);
  authorize(directsSeats(ctx.actor, ledger.cohort));
  if (!allocationOf(ledger).reoffered) await append(ctx, ledger, [{ kind: 'reoffered', reason }]);
  await recordAct(ctx, ledger, 'seats.reoffer');
  await settle(ctx, ledger);
  return { cohortId };
}

/** Changes whose agreement is asked, the shared pool and the day of the re-offer. */
export async function changeSettings(ctx: SignedIn, input: SettingsInput) {
  const ledger = await takeLedger(ctx, input.cohortId);
  const { cohort } = ledger;
  authorize(directsSeats(ctx.actor, cohort));
  if (cohort.revision !== input.revision) throw new AppError('CONFLICT', 'cohorts.changed');
  const { approval, sharedSeats, reofferDays, reason } = input;
  const changed = { approval, sharedSeats, reofferDays, revision: cohort.revision + 1 };
  await ctx.tx.update(cohorts).set(changed).where(eq(cohorts.id, cohort.id));
  ledger.cohort = { ...cohort, ...changed };
  await append(ctx, ledger, settingsLine(ledger.entries, settingsOf(ledger.cohort), reason));
  if (sharedSeats !== cohort.sharedSeats)
    await append(ctx, ledger, [{ kind: 'shared', seats: sharedSeats, reason }]);
  await recordAct(ctx, ledger, 'seats.settings', { approval, sharedSeats, reofferDays });
  await settle(ctx, ledger);
  return { cohortId: cohort.id, revision: changed.revision };
}

async function lineOf(ctx: SignedIn, cohortId: string, personId: string) {
  const ledger = await takeLedger(ctx, cohortId);
  const [person] = await seatPeople(ctx, [personId]);
  const line = found(linesOf(ledger).find((one) => one.personId === personId));
  const known = found(person);
  const concerned =
    mayAskFor(ctx.actor, ledger.cohort, known) || coordinatesSeat(ctx.actor, known, line.partyId);
  found(concerned || undefined);
  return { ledger, person: known, line };
}

const linesOf = (ledger: Ledger) => allocationOf(ledger).lines;

/** Seats are asked for in the cohort's window; who decides over seats is not bound by it. */
function assertOpen(ctx: SignedIn, { cohort, now }: Ledger): void {
  if (directsSeats(ctx.actor, cohort)) return;
  if (cohort.opensAt !== null && now < cohort.opensAt)
    throw new AppError('PRECONDITION_FAILED', 'seats.notYetOpen');
  if (now >= (cohort.closesAt ?? cohort.startsAt)) throw new AppError('PRECONDITION_FAILED', 'seats.closed');
}

function answer(ledger: Ledger, personIds: readonly string[]) {
  const lines = new Map(linesOf(ledger).map((line) => [line.personId, line]));
  return {
    cohortId: ledger.cohort.id,
    lines: personIds.map((personId) => {
      const line = found(lines.get(personId));
      return { personId, state: line.state, position: line.position };
    }),
  };
}

async function recordAct(
  ctx: SignedIn,
  { cohort }: Ledger,
  action: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await record(ctx, { action, subject: 'cohort', subjectId: cohort.id, details });
}
