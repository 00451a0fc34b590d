import { people } from '@concord/db/schema/people';
import { inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

/** The names of people by their ids, as a text shows them. */
export async function namesById(ctx: SignedIn, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: people.id, given: people.givenName, family: people.familyName })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map((row) => [row.id, `${row.given} ${row.family}`]));
}
