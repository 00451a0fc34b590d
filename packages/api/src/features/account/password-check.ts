import { parties } from '@concord/db/schema/parties';
import { accountSecrets, accounts, people } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { passwordProblem } from '../../auth/password-strength.ts';
import type { Context } from '../../context.ts';
import { fieldError, found } from '../../errors.ts';
import { leastPasswordLength } from './rules.ts';

/** Refuses a password that is too short for this person, or that anybody would try first. */
export async function checkPassword(
  ctx: Pick<Context, 'tx'>,
  personId: string,
  password: string,
): Promise<void> {
  const [row] = await ctx.tx
    .select({
      email: accounts.email,
      givenName: people.givenName,
      familyName: people.familyName,
      latinName: people.latinName,
      party: parties.nameEn,
      partyFr: parties.nameFr,
      confirmedAt: accountSecrets.totpConfirmedAt,
    })
    .from(people)
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .leftJoin(accountSecrets, eq(accountSecrets.personId, people.id))
    .where(eq(people.id, personId));
  const person = found(row);
  const least = leastPasswordLength(person.confirmedAt !== null);
  const { email, givenName, familyName, latinName, party, partyFr } = person;
  const about = [email, givenName, familyName, latinName ?? '', party, partyFr];
  const problem = passwordProblem(password, { least, about });
  if (problem) throw fieldError('password', `password.${problem}`, { least });
}
