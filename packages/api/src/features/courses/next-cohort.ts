import { courses } from '@concord/db/schema/courses';
import { cohortParties, cohorts } from '@concord/db/schema/learning';
import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { readLedger } from '../seats/ledger.ts';
import { type Allocation, allocate, reofferAt, type SeatSettings } from '../seats/rules.ts';

/** A cohort that begins, and what decides over its seats. */
type Coming = {
  id: string;
  name: string;
  place: string;
  startsAt: string;
  dueAt: string | null;
  reofferDays: number | null;
  approval: SeatSettings['approval'];
};
export type NextCohort = Omit<Coming, 'reofferDays' | 'approval'> & {
  seats: { free: number; waiting: number } | null;
};

/** The next cohort of the course of the row that has seats for the person's party, as one value of a query. */
export function nextCohort(ctx: SignedIn): SQL<Coming | null> {
  const name = ctx.locale === 'fr' ? sql`c.name_fr` : sql`c.name_en`;
  return sql<Coming | null>`(
    select json_build_object('id', c.id, 'name', ${name}, 'startsAt', ${instant(sql`c.starts_at`)}, 'dueAt', ${instant(sql`c.due_at`)},
      'place', c.place, 'reofferDays', c.reoffer_days, 'approval', c.approval)
    from ${cohorts} c
    where c.course_id = ${courses.id} and c.archived_at is null and c.starts_at > now()
      and exists (select from ${cohortParties} p where p.cohort_id = c.id and p.seats > 0
        and p.party_id in (${ctx.actor.partyId}, ${ctx.actor.ownPartyId}))
    order by c.starts_at limit 1)`;
}

/** The same with the seats that are free for the person's party now; unknown where no ledger was begun. */
export async function withSeats(
  ctx: SignedIn,
  { reofferDays, approval, ...cohort }: Coming,
): Promise<NextCohort> {
  const entries = await readLedger(ctx, cohort.id);
  if (entries.length === 0) return { ...cohort, seats: null };
  const settings = {
    approval,
    reofferAt: reofferAt(new Date(cohort.startsAt), reofferDays),
  };
  const { partyId, ownPartyId } = ctx.actor;
  return { ...cohort, seats: seatsFor(allocate(entries, settings, ctx.now), [partyId, ownPartyId]) };
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

/** An instant as ISO 8601 in UTC, as JSON of our own writes it. */
function instant(at: SQL): SQL {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
