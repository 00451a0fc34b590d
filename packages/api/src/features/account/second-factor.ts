import { newId } from '@concord/db/ids';
import { accountSecrets, accounts, recoveryCodes, sessions } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { type Factor, openFactor, sealFactor } from '../../auth/factor-secret.ts';
import { hashRecoveryCode, makeRecoveryCodes } from '../../auth/recovery-codes.ts';
import { hasSecondFactor, spendStep, weakenOthers } from '../../auth/second-factor.ts';
import { makeTotpSecret, totpStep } from '../../auth/totp.ts';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { noticeOfChange } from './notice.ts';

/** Prepares a new second factor and its recovery codes. Nothing changes at sign-in until a code confirms it. */
export async function startSecondFactor(ctx: SignedIn) {
  const { factor } = await ownFactor(ctx);
  await keepFactor(ctx, { secret: factor.secret, next: makeTotpSecret(), codes: makeRecoveryCodes() });
  await record(ctx, { action: 'account.factor.start', subject: 'person', subjectId: ctx.actor.personId });
  return {};
}

/** Puts the prepared factor in force: the person has shown that their authenticator gives its codes. */
export async function confirmSecondFactor(ctx: SignedIn, input: { code: string }) {
  const { personId, sessionId } = ctx.actor;
  const { factor } = await ownFactor(ctx);
  if (!factor.next || !factor.codes) throw new AppError('CONFLICT', 'factor.gone');
  const step = await totpStep({ secret: factor.next, code: input.code, now: ctx.now, lastStep: null });
  if (step === null) throw fieldError('code', 'factor.codeWrong');
  await keepFactor(ctx, { secret: factor.next });
  await ctx.tx
    .update(accountSecrets)
    .set({ totpConfirmedAt: ctx.now, totpLastStep: null })
    .where(eq(accountSecrets.personId, personId));
  await spendStep(ctx, personId, step);
  await replaceCodes(ctx, factor.codes);
  await ctx.tx
    .update(accounts)
    .set({ secondFactorAt: ctx.now, factorResetAt: null })
    .where(eq(accounts.personId, personId));
  await ctx.tx.update(sessions).set({ strength: 2, verifiedAt: ctx.now }).where(eq(sessions.id, sessionId));
  await weakenOthers(ctx.tx, personId);
  await noticeOfChange(ctx);
  await record(ctx, { action: 'account.factor.confirm', subject: 'person', subjectId: personId });
  return {};
}

/** Prepares new recovery codes; the old ones count until the person says they have kept the new. */
export async function renewRecoveryCodes(ctx: SignedIn) {
  const { factor, confirmed } = await ownFactor(ctx);
  if (!confirmed) throw new AppError('CONFLICT', 'factor.gone');
  await keepFactor(ctx, { secret: factor.secret, codes: makeRecoveryCodes() });
  await record(ctx, { action: 'account.codes.start', subject: 'person', subjectId: ctx.actor.personId });
  return {};
}

/** Puts the prepared recovery codes in force in place of the old. */
export async function keepRecoveryCodes(ctx: SignedIn) {
  const { factor, confirmed } = await ownFactor(ctx);
  if (!confirmed || !factor.codes || factor.next) throw new AppError('CONFLICT', 'factor.gone');
  await keepFactor(ctx, { secret: factor.secret });
  await replaceCodes(ctx, factor.codes);
  await noticeOfChange(ctx);
  await record(ctx, { action: 'account.codes.renew', subject: 'person', subjectId: ctx.actor.personId });
  return {};
}

/** Drops what was prepared; what counted before goes on. */
export async function dropPendingFactor(ctx: SignedIn) {
  const { factor } = await ownFactor(ctx);
  await keepFactor(ctx, { secret: factor.secret });
  await record(ctx, { action: 'account.factor.drop', subject: 'person', subjectId: ctx.actor.personId });
  return {};
}

async function ownFactor(ctx: SignedIn): Promise<{ factor: Factor; confirmed: boolean }> {
  const { personId } = ctx.actor;
  const [row] = await ctx.tx
    .select()
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, personId))
    .for('update');
  const secrets = found(row);
  return {
    factor: openFactor(ctx.services.keys, personId, secrets.totpSealed),
    confirmed: hasSecondFactor(secrets),
  };
}

async function keepFactor(ctx: SignedIn, factor: Factor): Promise<void> {
  const { personId } = ctx.actor;
  const empty = factor.secret === undefined && factor.next === undefined;
  await ctx.tx
    .update(accountSecrets)
    .set({ totpSealed: empty ? null : sealFactor(ctx.services.keys, personId, factor) })
    .where(eq(accountSecrets.personId, personId));
}

async function replaceCodes(ctx: SignedIn, codes: string[]): Promise<void> {
  const { personId } = ctx.actor;
  await ctx.tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await ctx.tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: newId(), personId, codeHash: hashRecoveryCode(personId, code) })));
}
