import { newId } from '@concord/db/ids';
import { accountSecrets, accounts, sessions } from '@concord/db/schema/people';
import { passkeys } from '@concord/db/schema/sign-in';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import { newPasskeyAnswer } from '../../auth/passkey-answer.ts';
import { keepChallenge, passkeysWork, relyingParty, spendChallenge, webauthn } from '../../auth/passkeys.ts';
import { weakenOthers } from '../../auth/second-factor.ts';
import { enterAuth } from '../../auth/transaction.ts';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { noticeOfChange } from './notice.ts';

const MOST = 20;

/** The person's passkeys, and whether more can be made at this address. */
export async function ownPasskeys({ tx, actor, services }: SignedIn) {
  const rows = await tx
    .select({
      id: passkeys.id,
      name: passkeys.name,
      synced: passkeys.synced,
      createdAt: passkeys.createdAt,
      usedAt: passkeys.usedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.personId, actor.personId))
    .orderBy(desc(passkeys.id))
    .limit(MOST);
  return {
    work: passkeysWork(services.settings),
    list: rows.map(({ createdAt, usedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    })),
  };
}

/** Asks whoever stands before the sign-in page for any passkey they have here. */
export async function askForPasskey(ctx: Context) {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx.services.settings).id,
    userVerification: 'required',
  });
  await enterAuth(ctx.tx);
  await keepChallenge(ctx, { purpose: 'enter', challenge: options.challenge, personId: null });
  return options;
}

/** Begins a new passkey: what the browser needs to make one. */
export async function startPasskey(ctx: SignedIn) {
  const { personId, name } = ctx.actor;
  const party = relyingParty(ctx.services.settings);
  const known = await ctx.tx
    .select({ id: passkeys.credentialId })
    .from(passkeys)
    .where(eq(passkeys.personId, personId));
  if (known.length >= MOST) throw new AppError('CONFLICT', 'passkey.tooMany', { most: MOST });
  const [account] = await ctx.tx
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.personId, personId));
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(Buffer.from(personId)),
    userName: found(account).email,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(ctx, { purpose: 'register', challenge: options.challenge, personId });
  return options;
}

/** Keeps the passkey the browser made: from now on it signs in by itself, and counts as two factors. */
export async function addPasskey(ctx: SignedIn, input: { name: string; answer: string }) {
  const { personId } = ctx.actor;
  const answer = readNewPasskey(input.answer);
  const made = await madePasskey(ctx, answer);
  const { credential, credentialBackedUp: synced } = made;
  const kept = await ctx.tx
    .insert(passkeys)
    .values({
      id: newId(),
      personId,
      name: input.name.trim(),
      synced,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: answer.response.transports ?? [],
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  if (!kept[0]) throw new AppError('CONFLICT', 'passkey.refused');
  await countAsStrong(ctx);
  await noticeOfChange(ctx);
  await record(ctx, { action: 'account.passkey.add', subject: 'person', subjectId: personId });
  return { passkeyId: kept[0].id };
}

function readNewPasskey(text: string): RegistrationResponseJSON {
  try {
    return newPasskeyAnswer.parse(JSON.parse(text));
  } catch {
    throw new AppError('BAD_REQUEST', 'passkey.refused');
  }
}

async function madePasskey(ctx: SignedIn, response: RegistrationResponseJSON) {
  const { personId } = ctx.actor;
  const { id, origin } = relyingParty(ctx.services.settings);
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => spendChallenge(ctx, { purpose: 'register', challenge, personId }),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!checked?.verified) throw new AppError('BAD_REQUEST', 'passkey.refused');
  return checked.registrationInfo;
}

/** Whoever made a passkey just now has shown it; sessions from before it lose what is sensitive. */
async function countAsStrong(ctx: SignedIn): Promise<void> {
  const { personId, sessionId } = ctx.actor;
  await ctx.tx
    .update(accounts)
    .set({
      secondFactorAt: sql`coalesce(second_factor_at, ${ctx.now.toISOString()}::timestamptz)`,
      factorResetAt: null,
    })
    .where(eq(accounts.personId, personId));
  await ctx.tx.update(sessions).set({ strength: 2, verifiedAt: ctx.now }).where(eq(sessions.id, sessionId));
  await weakenOthers(ctx.tx, personId);
}

/** Gives one of the person's passkeys another name. */
export async function renamePasskey(ctx: SignedIn, input: { passkeyId: string; name: string }) {
  const renamed = await ctx.tx
    .update(passkeys)
    .set({ name: input.name.trim() })
    .where(ownPasskey(ctx, input.passkeyId))
    .returning({ id: passkeys.id });
  found(renamed[0]);
  await record(ctx, { action: 'account.passkey.rename', subject: 'person', subjectId: ctx.actor.personId });
  return { passkeyId: input.passkeyId };
}

/** Takes a passkey away. A second factor can be changed, not given up: the last of them stays. */
export async function removePasskey(ctx: SignedIn, { passkeyId }: { passkeyId: string }) {
  const { personId } = ctx.actor;
  const [secrets] = await ctx.tx
    .select({ confirmedAt: accountSecrets.totpConfirmedAt })
    .from(accountSecrets)
    .where(eq(accountSecrets.personId, personId))
    .for('update');
  const removed = await ctx.tx
    .delete(passkeys)
    .where(ownPasskey(ctx, passkeyId))
    .returning({ id: passkeys.id });
  found(removed[0]);
  const [left] = await ctx.tx.select({ many: count() }).from(passkeys).where(eq(passkeys.personId, personId));
  if (!secrets?.confirmedAt && !left?.many) throw new AppError('CONFLICT', 'passkey.lastFactor');
  await noticeOfChange(ctx);
  await record(ctx, { action: 'account.passkey.remove', subject: 'person', subjectId: personId });
  return { passkeyId };
}

function ownPasskey({ actor }: SignedIn, passkeyId: string) {
  return and(eq(passkeys.id, passkeyId), eq(passkeys.personId, actor.personId));
}
