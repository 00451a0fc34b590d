import { accountSecrets, accounts } from '@concord/db/schema/people';
import { identities } from '@concord/db/schema/sign-in';
import { and, eq } from 'drizzle-orm';
import { endSessions } from '../../auth/sessions.ts';
import { enterAuth } from '../../auth/transaction.ts';
import type { SignedIn } from '../../context.ts';
import { authorize, found } from '../../errors.ts';
import { managesPeople, personAbilities } from '../../policies/people.ts';
import { record } from '../../record/record.ts';
import { lockPerson } from './locks.ts';
import { subjectOf } from './queries.ts';

/**
 * Takes the provider's identity off a person: it was linked wrongly, or they changed it there. They are out
 * everywhere. Who had no other way in counts as not opened yet, so that another invitation lets them in.
 */
export async function disconnectPerson(ctx: SignedIn, { personId }: { personId: string }) {
  authorize(managesPeople(ctx.actor));
  await lockPerson(ctx, personId);
  const person = await subjectOf(ctx, personId);
  authorize(personAbilities(ctx.actor, person).invite);
  const { issuer } = found(ctx.services.settings.oidc);
  await enterAuth(ctx.tx);
  const gone = await ctx.tx
    .delete(identities)
    .where(and(eq(identities.personId, personId), eq(identities.issuer, issuer)))
    .returning({ id: identities.id });
  found(gone[0]);
  const [secrets] = await ctx.tx
    .select({ passwordHash: accountSecrets.passwordHash })
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, personId));
  if (!secrets?.passwordHash)
    await ctx.tx.update(accounts).set({ activatedAt: null }).where(eq(accounts.personId, personId));
  const closed = await endSessions(ctx.tx, personId, { personId: ctx.actor.personId, now: ctx.now });
  await record(ctx, {
    action: 'person.identity.unlink',
    subject: 'person',
    subjectId: personId,
    partyId: person.partyId,
    details: { sessions: closed.length },
  });
  return { personId, closed: closed.length };
}
