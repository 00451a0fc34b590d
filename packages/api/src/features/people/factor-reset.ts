import { accountSecrets, accounts, recoveryCodes } from '@concord/db/schema/people';
import { passkeyChallenges, passkeys } from '@concord/db/schema/sign-in';
import { eq } from 'drizzle-orm';
import { hasFactor } from '../../auth/second-factor.ts';
import { endSessions } from '../../auth/sessions.ts';
import { enterAuth } from '../../auth/transaction.ts';
import type { SignedIn } from '../../context.ts';
import { sendMail } from '../../email/mails.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { managesPeople, personAbilities } from '../../policies/people.ts';
import { record } from '../../record/record.ts';
import { lockPerson } from './locks.ts';
import { subjectOf } from './queries.ts';

/**
 * Takes away the second factor of somebody who lost it, with the reason. They are out everywhere, hear of it by mail,
 * and must set one up again. Nobody does this for themselves: a session left open must not be enough.
 */
export async function resetFactor(ctx: SignedIn, input: { personId: string; reason: string }) {
  const { personId } = input;
  authorize(managesPeople(ctx.actor));
  await lockPerson(ctx, personId);
  const person = await subjectOf(ctx, personId);
  if (personId === ctx.actor.personId) throw new AppError('FORBIDDEN', 'people.resetOwnFactor');
  authorize(personAbilities(ctx.actor, person).resetFactor);
  await enterAuth(ctx.tx);
  if (!(await hasFactor(ctx, personId))) throw new AppError('CONFLICT', 'people.noFactor');
  await forgetFactors(ctx, personId);
  const closed = await endSessions(ctx.tx, personId, { personId: ctx.actor.personId, now: ctx.now });
  await tellPerson(ctx, personId);
  await record(ctx, {
    action: 'person.factor.reset',
    subject: 'person',
    subjectId: personId,
    partyId: person.partyId,
    details: { sessions: closed.length, reason: input.reason.trim() },
  });
  return { personId, closed: closed.length };
}

async function forgetFactors({ tx, now }: SignedIn, personId: string): Promise<void> {
  await tx
    .update(accountSecrets)
    .set({ totpSealed: null, totpConfirmedAt: null, totpLastStep: null })
    .where(eq(accountSecrets.personId, personId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.delete(passkeys).where(eq(passkeys.personId, personId));
  await tx.delete(passkeyChallenges).where(eq(passkeyChallenges.personId, personId));
  await tx
    .update(accounts)
    .set({ secondFactorAt: null, factorResetAt: now })
    .where(eq(accounts.personId, personId));
}

async function tellPerson(ctx: SignedIn, personId: string): Promise<void> {
  const [account] = await ctx.tx
    .select({ email: accounts.email, locale: accounts.locale, timeZone: accounts.timeZone })
    .from(accounts)
    .where(eq(accounts.personId, personId));
  await sendMail(ctx, {
    kind: 'factorReset',
    ...found(account),
    path: '/sign-in',
    at: ctx.now.toISOString(),
  });
}
