import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type Mentioned, mentionsIn } from './rules.ts';

/** The names of people by their ids, as a text shows them. */
export async function namesById(
  ctx: Pick<SignedIn, 'tx'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: people.id, given: people.givenName, family: people.familyName })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map((row) => [row.id, `${row.given} ${row.family}`]));
}

/** The people a text mentions, for whoever goes on writing it. */
export async function mentionedPeople(ctx: SignedIn, source: string): Promise<Mentioned[]> {
  const ids = mentionsIn(source);
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .select({ id: people.id, given: people.givenName, family: people.familyName, party: parties.code })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(inArray(people.id, ids));
  return rows.map((row) => ({ id: row.id, name: `${row.given} ${row.family}`, party: row.party }));
}
