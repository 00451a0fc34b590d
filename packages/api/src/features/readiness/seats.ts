import { cohorts } from '@concord/db/schema/learning';
import { eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { readLedger, settingsOf } from '../seats/ledger.ts';
import { allocate } from '../seats/rules.ts';

/** Where a person stands with the seat a requirement is about. */
export type SeatShown = 'confirmed' | 'waits' | 'toAgree' | 'refused' | 'none';

/** The cohort whose seats a requirement is about, with where its people stand and how many seats of a party have no name. */
export async function seatsAsked(ctx: SignedIn, requirementId: string) {
  const [asked] = await ctx.tx.execute<{ cohort: string }>(sql`
    select r.subject_id as cohort from requirement r where r.id = ${requirementId}::uuid and r.subject in ('seat', 'cohort')`);
  if (!asked) return null;
  const [cohort] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, asked.cohort));
  if (!cohort) return null;
  const allocation = allocate(await readLedger(ctx, cohort.id), settingsOf(cohort), ctx.now);
  const states = new Map(allocation.lines.map(({ personId, state }) => [personId, shown(state)]));
  return {
    cohort: {
      id: cohort.id,
      nameEn: cohort.nameEn,
      nameFr: cohort.nameFr,
      startsAt: cohort.startsAt.toISOString(),
      endsAt: cohort.endsAt?.toISOString() ?? null,
      closesAt: (cohort.closesAt ?? cohort.startsAt).toISOString(),
    },
    of: (personId: string): SeatShown => states.get(personId) ?? 'none',
    /** Seats of these parties, and how many of them nobody has. */
    seats: (partyIds: readonly string[]) => {
      const all = partyIds.reduce((sum, id) => sum + (allocation.quotas.get(id) ?? 0), 0);
      const held = partyIds.reduce((sum, id) => sum + (allocation.held.get(id) ?? 0), 0);
      return { all, free: Math.max(0, all - held) };
    },
  };
}

function shown(state: string): SeatShown {
  if (state === 'holds') return 'confirmed';
  if (state === 'waits') return 'waits';
  return state === 'needsCoordinator' || state === 'needsDirector' ? 'toAgree' : 'refused';
}
