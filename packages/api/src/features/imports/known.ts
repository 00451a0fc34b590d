import { accounts, people } from '@concord/db/schema/people';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { KnownPerson } from './rules.ts';

/** Who has these e-mail addresses already. */
export async function knownByEmail(
  ctx: Pick<Context, 'tx'>,
  emails: readonly string[],
): Promise<Map<string, KnownPerson>> {
  if (emails.length === 0) return new Map();
  const rows = await ctx.tx
    .select({
      email: accounts.email,
      personId: people.id,
      partyId: people.partyId,
      ended: sql<boolean>`${people.endedAt} is not null`,
      activated: sql<boolean>`${accounts.activatedAt} is not null`,
      givenName: people.givenName,
      familyName: people.familyName,
      jobTitle: people.jobTitle,
      locale: accounts.locale,
      timeZone: accounts.timeZone,
    })
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(inArray(accounts.email, [...emails]));
  return new Map(rows.map(({ email, ...known }) => [email, known]));
}
