import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { cohortMembers, cohortParties, cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { seatEntries } from '@concord/db/schema/seats';
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { following, type NewLine, settingsLine } from './lines.ts';
import {
  type Allocation,
  allocate,
  type LedgerLine,
  reofferAt,
  type SeatEntry,
  type SeatLine,
  type SeatSettings,
} from './rules.ts';

type Cohort = typeof cohorts.$inferSelect;
/** A cohort's ledger held by this transaction, at the instant it was taken. */
export type Ledger = { cohort: Cohort; entries: SeatEntry[]; now: Date };
/** A person a seat may be for, with the party it counts for. */
export type SeatPerson = { id: string; partyId: string; nationId: string | null };

/**
 * Holds the ledger of a cohort until the transaction ends: acts on seats follow one another. It is a lock of its own,
 * since who asks for a seat may not change the cohort. NOT_FOUND for a cohort that is not there, or whose
 * course may not be read.
 */
export async function takeLedger(ctx: Context, cohortId: string): Promise<Ledger> {
  await lockSeats(ctx, cohortId);
  const [cohort] = await ctx.tx
    .select(getTableColumns(cohorts))
    .from(cohorts)
    .innerJoin(courses, eq(courses.id, cohorts.courseId))
    .where(and(eq(cohorts.id, cohortId), isNull(cohorts.archivedAt)));
  const [clock] = await ctx.tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  const ledger = {
    cohort: found(cohort),
    entries: await readLedger(ctx, cohortId),
    now: new Date(found(clock).now),
  };
  await append(ctx, ledger, await notYetIn(ctx, ledger));
  return ledger;
}

/** The lock of a cohort's ledger: taken before the cohort's row where both are held. */
export async function lockSeats(ctx: Pick<Context, 'tx'>, cohortId: string): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${cohortId}, 1))`);
}

/** What a line of a ledger says. */
export const ledgerColumns = {
  place: seatEntries.place,
  at: seatEntries.at,
  kind: seatEntries.kind,
  partyId: seatEntries.partyId,
  personId: seatEntries.personId,
  seats: seatEntries.seats,
  urgent: seatEntries.urgent,
  ruleId: seatEntries.ruleId,
  approval: seatEntries.approval,
  reofferAt: seatEntries.reofferAt,
};

/** The lines of a cohort's ledger in their order. */
export async function readLedger(ctx: Pick<Context, 'tx'>, cohortId: string): Promise<SeatEntry[]> {
  return ctx.tx
    .select(ledgerColumns)
    .from(seatEntries)
    .where(eq(seatEntries.cohortId, cohortId))
    .orderBy(asc(seatEntries.place));
}

/** Writes lines at the ledger's end, in this order, in one statement. */
export async function append(ctx: Context, ledger: Ledger, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = following(ledger, lines);
  const actorId = ctx.actor?.personId ?? null;
  await ctx.tx
    .insert(seatEntries)
    .values(rows.map((row) => ({ ...row, id: newId(), cohortId: ledger.cohort.id, actorId })));
  ledger.entries.push(...rows);
}

/** What decides over the ledger, from the cohort's row. */
export function settingsOf(cohort: Pick<Cohort, 'approval' | 'startsAt' | 'reofferDays'>): SeatSettings {
  return { approval: cohort.approval, reofferAt: reofferAt(cohort.startsAt, cohort.reofferDays) };
}

/** Who holds and who waits at the instant the ledger was taken. */
export function allocationOf({ entries, cohort, now }: Ledger): Allocation {
  return allocate(entries, settingsOf(cohort), now);
}

/** Whether a request stands: it was neither refused nor given up. */
export const isActive = ({ state }: SeatLine) => state !== 'refused' && state !== 'withdrawn';

/** The ledger as it stands now, held by nobody: what follows from it may be shown, and nothing is written. */
export async function peekLedger(ctx: Context, cohort: Cohort): Promise<Ledger> {
  const ledger = { cohort, entries: await readLedger(ctx, cohort.id), now: ctx.now };
  ledger.entries.push(...following(ledger, await notYetIn(ctx, ledger)));
  return ledger;
}

/** What was decided outside the ledger: the cohort's own figures, and who was placed before it was kept. */
async function notYetIn(ctx: Context, { cohort, entries }: Ledger): Promise<NewLine[]> {
  const quotas = new Map(
    entries.filter(({ kind }) => kind === 'quota').map((line) => [line.partyId, line.seats]),
  );
  const pool = entries.findLast(({ kind }) => kind === 'shared')?.seats ?? 0;
  const wanted = await ctx.tx.select().from(cohortParties).where(eq(cohortParties.cohortId, cohort.id));
  const given = new Map(wanted.map(({ partyId, seats }) => [partyId, seats]));
  const parties = new Set([
    ...given.keys(),
    ...[...quotas.keys()].flatMap((id) => (id === null ? [] : [id])),
  ]);
  const lines: NewLine[] = settingsLine(entries, settingsOf(cohort));
  const changed = [...parties]
    .map((partyId) => ({ kind: 'quota' as const, partyId, seats: given.get(partyId) ?? 0 }))
    .filter(({ partyId, seats }) => (quotas.get(partyId) ?? 0) !== seats);
  lines.push(...changed);
  if (pool !== cohort.sharedSeats) lines.push({ kind: 'shared', seats: cohort.sharedSeats });
  if (entries.every(({ kind }) => kind !== 'request')) lines.push(...(await placedBefore(ctx, cohort.id)));
  return lines;
}

async function placedBefore(ctx: Context, cohortId: string): Promise<NewLine[]> {
  const placed = await ctx.tx
    .select({ personId: cohortMembers.personId, partyId: people.partyId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(cohortMembers.cohortId, cohortId))
    .orderBy(asc(cohortMembers.addedAt), asc(cohortMembers.personId));
  return placed.flatMap((person) => requestOf(person, true));
}

/** The lines of a request; with `agreed`, of one that needs nobody else's agreement. */
export function requestOf(
  { personId, partyId }: { personId: string; partyId: string },
  agreed: boolean,
  more: Pick<NewLine, 'reason' | 'urgent' | 'ruleId'> = {},
): NewLine[] {
  const ask: NewLine = { kind: 'request', personId, partyId, ...more };
  if (!agreed) return [ask];
  return [
    ask,
    { kind: 'coordinatorAgreed', personId, partyId },
    { kind: 'directorAgreed', personId, partyId },
  ];
}

/** These people, each with the party a seat would count for. Who has ended is left out. */
export async function seatPeople(ctx: Context, personIds: readonly string[]): Promise<SeatPerson[]> {
  return ctx.tx
    .select({ id: people.id, partyId: people.partyId, nationId: parties.nationId })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(
      and(inArray(people.id, [...personIds]), sql`(${people.endedAt} is null or ${people.endedAt} > now())`),
    );
}

/** The party a person's seat counts for: their own where it has seats, else the nation it belongs to. */
export function partyOfSeat(person: SeatPerson, entries: readonly LedgerLine[]): string {
  const has = (partyId: string) =>
    (entries.findLast((one) => one.kind === 'quota' && one.partyId === partyId)?.seats ?? 0) > 0;
  return person.nationId !== null && !has(person.partyId) && has(person.nationId)
    ? person.nationId
    : person.partyId;
}
