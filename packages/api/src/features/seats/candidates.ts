import { cohorts } from '@concord/db/schema/learning';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { directsSeats } from '../../policies/seats.ts';
import { isActive, readLedger, settingsOf } from './ledger.ts';
import { allocate } from './rules.ts';
import { candidatesFor } from './seen.ts';

/** People the actor may ask a seat for and who have no request that stands, by name. */
export async function seatCandidates(ctx: SignedIn, input: { cohortId: string; query?: string | undefined }) {
  const [row] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, input.cohortId));
  const cohort = found(row);
  const { lines } = allocate(await readLedger(ctx, cohort.id), settingsOf(cohort), ctx.now);
  const except = lines.filter(isActive).map(({ personId }) => personId);
  return candidatesFor(ctx, { director: directsSeats(ctx.actor, cohort), query: input.query, except });
}
