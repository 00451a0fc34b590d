import { accountSecrets, sessions } from '@concord/db/schema/people';
import { identities } from '@concord/db/schema/sign-in';
import { and, eq } from 'drizzle-orm';
import { hashPassword } from '../../auth/passwords.ts';
import { endSession, endSessions } from '../../auth/sessions.ts';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { noticeOfChange } from './notice.ts';
import { checkPassword } from './password-check.ts';

/** Sets a new password; whoever is signed in elsewhere is out. */
export async function changePassword(ctx: SignedIn, input: { password: string }) {
  const { personId, sessionId } = ctx.actor;
  await checkPassword(ctx, personId, input.password);
  const passwordHash = await hashPassword(input.password);
  await ctx.tx
    .update(accountSecrets)
    .set({ passwordHash, passwordChangedAt: ctx.now })
    .where(eq(accountSecrets.personId, personId));
  await endSessions(ctx.tx, personId, { personId, now: ctx.now, except: sessionId });
  await noticeOfChange(ctx);
  await record(ctx, { action: 'account.password.change', subject: 'person', subjectId: personId });
  return {};
}

/** Takes the provider's identity away; only beside a password, or the person could not come back. */
export async function disconnectProvider(ctx: SignedIn) {
  const { personId } = ctx.actor;
  const { issuer } = found(ctx.services.settings.oidc);
  const [secrets] = await ctx.tx
    .select({ passwordHash: accountSecrets.passwordHash })
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, personId));
  if (!secrets?.passwordHash) throw new AppError('CONFLICT', 'oidc.onlyWay');
  const gone = await ctx.tx
    .delete(identities)
    .where(and(eq(identities.personId, personId), eq(identities.issuer, issuer)))
    .returning({ id: identities.id });
  found(gone[0]);
  await noticeOfChange(ctx);
  await record(ctx, { action: 'account.identity.unlink', subject: 'person', subjectId: personId });
  return {};
}

/** Ends one of the person's own sessions. */
export async function revokeSession(ctx: SignedIn, input: { sessionId: string }) {
  // An administrator's reach goes further, but other people's sessions are ended on their page, not here.
  const own = and(eq(sessions.id, input.sessionId), eq(sessions.personId, ctx.actor.personId));
  const [row] = await ctx.tx.select({ id: sessions.id }).from(sessions).where(own);
  found(row);
  const ended = await endSession(ctx.tx, input.sessionId, { personId: ctx.actor.personId, now: ctx.now });
  if (ended) await record(ctx, { action: 'session.end', subject: 'session', subjectId: input.sessionId });
  return { sessionId: input.sessionId };
}

/** Ends every session of the person but the one they sit at. */
export async function revokeOtherSessions(ctx: SignedIn) {
  const { personId, sessionId } = ctx.actor;
  const ended = await endSessions(ctx.tx, personId, { personId, now: ctx.now, except: sessionId });
  await record(ctx, {
    action: 'session.endOthers',
    subject: 'person',
    subjectId: personId,
    details: { sessions: ended.length },
  });
  return { ended: ended.length };
}
