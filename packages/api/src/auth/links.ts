import { newId } from '@concord/db/ids';
import { mailLinks } from '@concord/db/schema/people';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { hashToken } from '../context.ts';
import { type LinkPurpose, linkIsLive, linkSeconds } from '../features/account/rules.ts';
import { makeToken } from './tokens.ts';
import type { AuthTransaction } from './transaction.ts';

/** Makes a link's token. Earlier links of the person for the same purpose stop working. */
export async function makeLink(
  { tx, now }: AuthTransaction,
  personId: string,
  purpose: LinkPurpose,
): Promise<{ token: string; expiresAt: Date }> {
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + linkSeconds[purpose] * 1000);
  await tx
    .update(mailLinks)
    .set({ usedAt: now })
    .where(and(eq(mailLinks.personId, personId), eq(mailLinks.purpose, purpose), isNull(mailLinks.usedAt)));
  await tx
    .insert(mailLinks)
    .values({ id: newId(), personId, purpose, tokenHash: hashToken(token), createdAt: now, expiresAt });
  return { token, expiresAt };
}

/** The link of a token while it may still be used. */
export async function findLink({ tx, now }: AuthTransaction, purpose: LinkPurpose, token: string) {
  const [row] = await tx
    .select()
    .from(mailLinks)
    .where(and(eq(mailLinks.tokenHash, hashToken(token)), eq(mailLinks.purpose, purpose)));
  return row && linkIsLive(row, now) ? row : undefined;
}

/** Uses a link up. Of two that come at once, one gets the person and the other nothing. */
export async function spendLink({ tx, now }: AuthTransaction, purpose: LinkPurpose, token: string) {
  const [row] = await tx
    .update(mailLinks)
    .set({ usedAt: now })
    .where(live(purpose, token, now))
    .returning({ personId: mailLinks.personId });
  return row;
}

function live(purpose: LinkPurpose, token: string, now: Date) {
  return and(
    eq(mailLinks.tokenHash, hashToken(token)),
    eq(mailLinks.purpose, purpose),
    isNull(mailLinks.usedAt),
    gt(mailLinks.expiresAt, now),
  );
}
