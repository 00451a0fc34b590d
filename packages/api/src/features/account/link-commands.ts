import { accountSecrets, accounts, people } from '@concord/db/schema/people';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { spendLink } from '../../auth/links.ts';
import { hashPassword } from '../../auth/passwords.ts';
import { rateLimits } from '../../auth/rate-limits.ts';
import { sendReset } from '../../auth/resets.ts';
import { endSessions } from '../../auth/sessions.ts';
import { enterAuth, recordAuth } from '../../auth/transaction.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { checkPassword } from './password-check.ts';
import type { LinkPurpose } from './rules.ts';

type Input = { token: string; password: string };

/** Opens an account by its invitation. */
export function acceptInvitation(ctx: Context, input: Input) {
  return setPasswordByLink(ctx, 'invitation', input);
}

/** Sets a new password by the link of a reset; every session of the person ends. */
export function resetPassword(ctx: Context, input: Input) {
  return setPasswordByLink(ctx, 'reset', input);
}

async function setPasswordByLink(ctx: Context, purpose: LinkPurpose, { token, password }: Input) {
  await enterAuth(ctx.tx);
  const link = await spendLink(ctx, purpose, token);
  const person = link && (await activePerson(ctx, link.personId));
  if (!person) throw new AppError('NOT_FOUND', 'link.dead');
  const { personId, partyId, email } = person;
  // Refused here, the whole transaction is undone and the link stays as it was.
  await checkPassword(ctx, personId, password);
  const kept = { passwordHash: await hashPassword(password), passwordChangedAt: ctx.now };
  await ctx.tx
    .insert(accountSecrets)
    .values({ personId, ...kept })
    .onConflictDoUpdate({ target: accountSecrets.personId, set: kept });
  await ctx.tx
    .update(accounts)
    .set({ activatedAt: ctx.now })
    .where(and(eq(accounts.personId, personId), isNull(accounts.activatedAt)));
  await endSessions(ctx.tx, personId, { personId, now: ctx.now });
  await recordAuth(ctx, { action: `account.${purpose}`, personId, partyId, requestId: ctx.requestId });
  forgiveTries(ctx, email);
  return {};
}

async function activePerson({ tx, now }: Context, personId: string) {
  const [row] = await tx
    .select({ personId: people.id, partyId: people.partyId, email: accounts.email })
    .from(people)
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .where(and(eq(people.id, personId), or(isNull(people.endedAt), gt(people.endedAt, now))));
  return row;
}

/** Whoever holds the mailbox is let in at once, however many tries somebody made before. */
function forgiveTries(ctx: Context, email: string): void {
  const attempt = { account: email, address: ctx.address };
  ctx.afterCommit(() => {
    rateLimits(ctx.services.app)
      .forgive(attempt)
      .catch((error: unknown) => ctx.services.log.error({ err: error }, 'rate limit not cleared'));
  });
}

/** Asks for a link by mail. The answer is the same at once for every address; what follows from it comes after. */
export function requestReset(ctx: Context, { email }: { email: string }) {
  const { services, address, requestId } = ctx;
  ctx.afterCommit(() => {
    sendReset(services, { email, address, requestId }).catch((error: unknown) =>
      services.log.error({ err: error }, 'reset link not sent'),
    );
  });
  return {};
}
