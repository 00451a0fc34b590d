import { exerciseRoles, exerciseSeats, exerciseTeams } from '@concord/db/schema/exercises';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { directsExercise } from '../../policies/exercises.ts';
import { coordinatesPerson, coordinatesSeat } from '../../policies/seats.ts';
import { newsOf } from '../exercises/commands.ts';
import { mayExchange, phaseOf } from '../exercises/rules.ts';
import { notify } from '../notifications/notify.ts';
import { isActive, partyOfSeat, type SeatPerson, seatPeople } from '../seats/ledger.ts';
import type { Allocation, SeatLine } from '../seats/rules.ts';
import { checksOf } from './checks.ts';
import {
  allocationOf,
  appendTo,
  entriesOf,
  holdersOf,
  type RoleLedger,
  recordAct,
  settleRole,
  takeRoleLedger,
} from './ledger.ts';
import type { ActInput, NominateInput, PlaceInput, SubstituteInput } from './schemas.ts';

/**
 * Names people for a role. A nomination is the coordinator's agreement; the director's act confirms it at once.
 * Whoever lacks something, or sits elsewhere at that time, is named in the error and nobody is nominated.
 */
export async function nominate(ctx: SignedIn, { roleId, personIds, reason }: NominateInput) {
  const ledger = await takeRoleLedger(ctx, roleId);
  const before = allocationOf(ledger);
  const asked = inOrder(await seatPeople(ctx, personIds), personIds);
  found(asked.length === new Set(personIds).size ? asked : undefined);
  const director = directsExercise(ctx.actor, ledger.exercise.id);
  for (const person of asked) authorize(director || coordinatesPerson(ctx.actor, person));
  assertOpen(ledger, director);
  const active = new Set(before.lines.filter(isActive).map(({ personId }) => personId));
  const fresh = asked.filter(({ id }) => !active.has(id));
  if (fresh.length === 0) throw new AppError('CONFLICT', 'exercises.nominatedAlready');
  await assertReady(ctx, ledger, fresh, personIds);
  const lines = fresh.flatMap((person) => {
    const seat = { personId: person.id, partyId: partyOfSeat(person, ledger.entries) };
    const asks = [
      { kind: 'request' as const, ...seat, reason },
      { kind: 'coordinatorAgreed' as const, ...seat },
    ];
    return director ? [...asks, { kind: 'directorAgreed' as const, ...seat }] : asks;
  });
  await appendTo(ctx, ledger, lines);
  const after = await settle(ctx, ledger, before, 'exercise.nominate');
  if (!director) await tellDirectors(ctx, ledger);
  return answer(
    ledger,
    after,
    fresh.map(({ id }) => id),
  );
}

/** Confirms a nomination: its director alone. */
export async function confirm(ctx: SignedIn, { roleId, personId, reason }: ActInput) {
  const { ledger, before, line } = await lineOf(ctx, { roleId, personId });
  authorize(directsExercise(ctx.actor, ledger.exercise.id));
  if (line.state === 'holds' || line.state === 'waits') return answer(ledger, before, [personId]);
  if (!isActive(line)) throw new AppError('CONFLICT', 'exercises.notNominated');
  await appendTo(ctx, ledger, [{ kind: 'directorAgreed', personId, partyId: line.partyId, reason }]);
  return answer(ledger, await settle(ctx, ledger, before, 'exercise.confirm'), [personId]);
}

/** Refuses a nomination or takes a seat away, with the reason all nations read. */
export async function refuse(ctx: SignedIn, { roleId, personId, reason }: ActInput) {
  const { ledger, before, line } = await lineOf(ctx, { roleId, personId });
  authorize(directsExercise(ctx.actor, ledger.exercise.id));
  return end(ctx, { ledger, before, line }, 'refused', reason);
}

/** Gives up a seat or takes a nomination back: the person, or who speaks for them. */
export async function withdraw(ctx: SignedIn, { roleId, personId, reason }: ActInput) {
  const held = await lineOf(ctx, { roleId, personId });
  return end(ctx, held, 'withdrawn', reason);
}

type Held = { ledger: RoleLedger; before: Allocation; line: SeatLine };

async function end(
  ctx: SignedIn,
  { ledger, before, line }: Held,
  kind: 'refused' | 'withdrawn',
  reason: string,
) {
  const { personId, partyId } = line;
  if (!isActive(line)) throw new AppError('CONFLICT', 'exercises.notNominated');
  await appendTo(ctx, ledger, [{ kind, personId, partyId, reason }]);
  return answer(ledger, await settle(ctx, ledger, before, `exercise.${kind}`), [personId]);
}

/** Puts a nomination before the others, with the reason all nations read: its director alone. */
export async function moveForward(ctx: SignedIn, { roleId, personId, reason }: ActInput) {
  const { ledger, before, line } = await lineOf(ctx, { roleId, personId });
  authorize(directsExercise(ctx.actor, ledger.exercise.id));
  if (line.state !== 'waits') throw new AppError('CONFLICT', 'exercises.notWaiting');
  await appendTo(ctx, ledger, [{ kind: 'moved', personId, partyId: line.partyId, reason }]);
  return answer(ledger, await settle(ctx, ledger, before, 'exercise.moveForward'), [personId]);
}

/** Another of the same party in somebody's place: seat, or place in the queue. Until the day set for it. */
export async function substitute(ctx: SignedIn, input: SubstituteInput) {
  const { roleId, personId, replacesId, reason } = input;
  const { ledger, before, line } = await lineOf(ctx, { roleId, personId: replacesId });
  const [next] = await seatPeople(ctx, [personId]);
  const person = found(next);
  const director = directsExercise(ctx.actor, ledger.exercise.id);
  authorize(director || coordinatesPerson(ctx.actor, person));
  if (!mayExchange(ledger.exercise, ledger.now))
    throw new AppError('PRECONDITION_FAILED', 'exercises.exchangeOver');
  if (!isActive(line)) throw new AppError('CONFLICT', 'exercises.notNominated');
  if (partyOfSeat(person, ledger.entries) !== line.partyId)
    throw fieldError('personId', 'exercises.otherParty');
  const known = before.lines.find((one) => one.personId === personId);
  if (known && isActive(known)) throw fieldError('personId', 'exercises.nominatedAlready');
  await assertReady(ctx, ledger, [person], [personId]);
  await appendTo(ctx, ledger, [{ kind: 'substituted', personId, partyId: line.partyId, replacesId, reason }]);
  return answer(ledger, await settle(ctx, ledger, before, 'exercise.substitute'), [personId]);
}

/** Puts who holds a seat into a team of the exercise, or into none. */
export async function place(ctx: SignedIn, { roleId, personId, teamId }: PlaceInput) {
  const ledger = await takeRoleLedger(ctx, roleId);
  authorize(directsExercise(ctx.actor, ledger.exercise.id));
  if (teamId !== null) {
    const [team] = await ctx.tx
      .select({ partyIds: exerciseTeams.partyIds })
      .from(exerciseTeams)
      .where(and(eq(exerciseTeams.id, teamId), eq(exerciseTeams.exerciseId, ledger.exercise.id)));
    const seat = allocationOf(ledger).lines.find((line) => line.personId === personId);
    if (!found(team).partyIds.includes(found(seat).partyId))
      throw fieldError('teamId', 'exercises.otherTeam');
  }
  const [placed] = await ctx.tx
    .update(exerciseSeats)
    .set({ teamId })
    .where(and(eq(exerciseSeats.roleId, roleId), eq(exerciseSeats.personId, personId)))
    .returning({ personId: exerciseSeats.personId });
  found(placed);
  await recordAct(ctx, ledger, 'exercise.place');
  return { roleId, personId };
}

async function settle(ctx: SignedIn, ledger: RoleLedger, before: Allocation, action: string) {
  await recordAct(ctx, ledger, action);
  return settleRole(ctx, ledger, holdersOf(before));
}

/** A nomination the actor may act on: their own, one they speak for, or any as director. Else it is not there. */
async function lineOf(
  ctx: SignedIn,
  { roleId, personId }: { roleId: string; personId: string },
): Promise<Held> {
  const ledger = await takeRoleLedger(ctx, roleId);
  const [person] = await seatPeople(ctx, [personId]);
  const known = found(person);
  const before = allocationOf(ledger);
  const line = found(before.lines.find((one) => one.personId === personId));
  const concerned =
    personId === ctx.actor.personId ||
    coordinatesSeat(ctx.actor, known, line.partyId) ||
    directsExercise(ctx.actor, ledger.exercise.id);
  found(concerned || undefined);
  return { ledger, before, line };
}

/** Coordinators nominate while the registration is open; the director until the exercise is over. */
function assertOpen({ exercise, now }: RoleLedger, director: boolean): void {
  const phase = phaseOf(exercise, now);
  if (phase === 'cancelled') throw new AppError('CONFLICT', 'exercises.cancelled');
  if (phase === 'over') throw new AppError('CONFLICT', 'exercises.over');
  if (director) return;
  if (phase === 'draft' || phase === 'announced')
    throw new AppError('PRECONDITION_FAILED', 'exercises.notYetOpen');
  if (phase !== 'open') throw new AppError('PRECONDITION_FAILED', 'exercises.closed');
}

/** People in the order in which they were named: that is the order of their lines. */
function inOrder(people: SeatPerson[], personIds: readonly string[]): SeatPerson[] {
  return people.sort((one, other) => personIds.indexOf(one.id) - personIds.indexOf(other.id));
}

/** Refuses whoever lacks something a seat asks for; the field names the person by place in the input. */
async function assertReady(
  ctx: SignedIn,
  ledger: RoleLedger,
  people: readonly SeatPerson[],
  named: readonly string[],
): Promise<void> {
  const personIds = people.map(({ id }) => id);
  const { role, exercise } = ledger;
  const checks = (await checksOf(ctx, { roleIds: [role.id], exercise, personIds })).get(role.id);
  const lacking = personIds.flatMap((id) => {
    const missing = checks?.get(id)?.find(({ met }) => !met);
    if (!missing) return [];
    const path = `personIds.${named.indexOf(id)}`;
    return [{ path, key: `exercises.lacks.${missing.kind}`, params: { what: missing.title } }];
  });
  if (lacking.length > 0) throw new AppError('BAD_REQUEST', 'fields', {}, lacking);
  await assertOneSeat(ctx, ledger, personIds, named);
}

/** Nobody stands in two roles of one exercise, holding a seat or waiting for one. */
async function assertOneSeat(
  ctx: SignedIn,
  { exercise, role, now }: RoleLedger,
  personIds: readonly string[],
  named: readonly string[],
): Promise<void> {
  const roles = await ctx.tx
    .select({ id: exerciseRoles.id })
    .from(exerciseRoles)
    .where(and(eq(exerciseRoles.exerciseId, exercise.id), ne(exerciseRoles.id, role.id)));
  const ledgers = await entriesOf(
    ctx,
    roles.map(({ id }) => id),
  );
  const taken = new Set(
    [...ledgers.values()].flatMap((entries) =>
      allocationOf({ exercise, entries, now })
        .lines.filter(isActive)
        .map(({ personId }) => personId),
    ),
  );
  const problems = personIds.flatMap((id) =>
    taken.has(id) ? [{ path: `personIds.${named.indexOf(id)}`, key: 'exercises.seatElsewhere' }] : [],
  );
  if (problems.length > 0) throw new AppError('BAD_REQUEST', 'fields', {}, problems);
}

async function tellDirectors(ctx: SignedIn, { exercise }: RoleLedger): Promise<void> {
  const [row] = await ctx.tx.execute<{ ids: string[] }>(
    sql`select concord.exercise_directors(${exercise.id}) as ids`,
  );
  await notify(ctx, { personIds: row?.ids ?? [], kind: 'exerciseNominated', ...newsOf(exercise) });
}

function answer({ role }: RoleLedger, { lines }: Allocation, personIds: readonly string[]) {
  const known = new Map(lines.map((line) => [line.personId, line]));
  return {
    roleId: role.id,
    lines: personIds.map((personId) => {
      const { state, position } = found(known.get(personId));
      return { personId, state, position };
    }),
  };
}
