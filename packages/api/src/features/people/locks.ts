import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';

/** Holds everybody else's changes to one person's access until this transaction ends. */
export async function lockPerson(ctx: Pick<Context, 'tx'>, personId: string): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`person ${personId}`}, 0))`);
}

/** Makes accounts one after the other, so that an e-mail address is free or taken and nothing between. */
export async function lockAccounts(ctx: Pick<Context, 'tx'>): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('accounts', 0))`);
}
