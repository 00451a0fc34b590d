import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { Authority } from '../../policies/texts.ts';

/**
 * The appointments a person holds in a body at this very instant, with their powers: read by the wall clock, after
 * whatever lock the command holds, so that one that ended while it waited counts no more.
 */
export async function authorityIn(ctx: SignedIn, bodyId: string): Promise<Authority[]> {
  return ctx.tx.execute<Authority>(sql`
    select role, powers from appointment
    where person_id = ${ctx.actor.personId} and scope = 'body' and scope_id = ${bodyId}
      and valid_from <= clock_timestamp() and (valid_until is null or valid_until > clock_timestamp())`);
}

/** The database's clock now: read after a row's lock, it decides what races a deadline (DESIGN 3, invariant 3). */
export async function instantNow(ctx: Pick<SignedIn, 'tx'>): Promise<Date> {
  const [row] = await ctx.tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  return new Date(String(row?.now));
}
