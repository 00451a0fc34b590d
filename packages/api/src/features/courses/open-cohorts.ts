import { seatEntries } from '@concord/db/schema/seats';
import { asc, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { ledgerColumns } from '../seats/ledger.ts';
import { type Allocation, allocate, reofferAt, type SeatEntry, type SeatSettings } from '../seats/rules.ts';

/** How many cohorts a course's page names. */
const SHOWN = 20;

type Row = {
  id: string;
  name: string;
  place: string;
  startsAt: string;
  dueAt: string | null;
  opensAt: string | null;
  closesAt: string | null;
  reofferDays: number | null;
  approval: SeatSettings['approval'];
};

/** A cohort that has not begun, with what is free for the reader's party now; unknown where no ledger was begun. */
export type OpenCohort = Omit<Row, 'reofferDays'> & { seats: { free: number; waiting: number } | null };

/** The cohorts of a course that begin later and have seats for the reader's party, the next one first. */
export async function openCohorts(ctx: SignedIn, courseId: string): Promise<OpenCohort[]> {
  const name = ctx.locale === 'fr' ? sql`c.name_fr` : sql`c.name_en`;
  const { partyId, ownPartyId } = ctx.actor;
  const rows = await ctx.tx.execute<Row>(sql`
    select c.id, ${name} as name, c.place, c.starts_at::text as "startsAt", c.due_at::text as "dueAt",
      c.opens_at::text as "opensAt", c.closes_at::text as "closesAt", c.reoffer_days as "reofferDays", c.approval
    from cohort c where c.course_id = ${courseId}::uuid and c.archived_at is null and c.starts_at > now()
      and (c.closes_at is null or c.closes_at > now())
      and exists (select from cohort_party p where p.cohort_id = c.id and p.seats > 0
        and p.party_id in (${partyId}::uuid, ${ownPartyId}::uuid))
    order by c.starts_at, c.id limit ${SHOWN}`);
  const ledgers = await ledgersOf(
    ctx,
    [...rows].map(({ id }) => id),
  );
  return [...rows].map(({ reofferDays, startsAt, dueAt, opensAt, closesAt, ...cohort }) => {
    const entries = ledgers.get(cohort.id);
    const settings = { approval: cohort.approval, reofferAt: reofferAt(new Date(startsAt), reofferDays) };
    return {
      ...cohort,
      startsAt: new Date(startsAt).toISOString(),
      dueAt: iso(dueAt),
      opensAt: iso(opensAt),
      closesAt: iso(closesAt),
      seats: entries ? seatsFor(allocate(entries, settings, ctx.now), [partyId, ownPartyId]) : null,
    };
  });
}

const iso = (at: string | null) => (at === null ? null : new Date(at).toISOString());

/** The lines of several ledgers in their order, in one statement. */
async function ledgersOf(ctx: SignedIn, cohortIds: readonly string[]): Promise<Map<string, SeatEntry[]>> {
  if (cohortIds.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ cohortId: seatEntries.cohortId, ...ledgerColumns })
    .from(seatEntries)
    .where(inArray(seatEntries.cohortId, [...cohortIds]))
    .orderBy(asc(seatEntries.place));
  return Map.groupBy(rows, ({ cohortId }) => cohortId);
}

/** Of an allocation, what one party may still take: its own seats and those of all. */
export function seatsFor({ lines, quotas, shared }: Allocation, parties: readonly string[]) {
  const holding = lines.filter(({ state }) => state === 'holds');
  const mine = [...new Set(parties)];
  const own = mine.reduce((sum, party) => sum + (quotas.get(party) ?? 0), 0);
  const taken = holding.filter(({ partyId, from }) => mine.includes(partyId) && from !== 'shared').length;
  const ofAll = shared - holding.filter(({ from }) => from === 'shared').length;
  return {
    free: Math.max(0, own - taken) + Math.max(0, ofAll),
    waiting: lines.filter(({ partyId, state }) => mine.includes(partyId) && state === 'waits').length,
  };
}
