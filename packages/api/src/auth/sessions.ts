import type { Tx } from '@concord/db/client';
import { newId } from '@concord/db/ids';
import { appointments, people, sessions } from '@concord/db/schema/people';
import { and, eq, gt, isNull, lte, ne, or } from 'drizzle-orm';
import { hashToken } from '../context.ts';
import { sessionLifetime, sessionState } from '../features/account/rules.ts';
import { deviceName } from './device.ts';
import { hasFactor } from './second-factor.ts';
import { makeToken } from './tokens.ts';
import type { AuthTransaction } from './transaction.ts';

/** Where a request comes from. */
export type Origin = { address: string; userAgent: string | null; requestId: string };

/** A session as it is handed to the browser, once. */
export type Opened = { sessionId: string; token: string };

/** The roles a person holds at this instant. */
export async function rolesOf(tx: Tx, personId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ role: appointments.role })
    .from(appointments)
    .where(
      and(
        eq(appointments.personId, personId),
        lte(appointments.validFrom, now),
        or(isNull(appointments.validUntil), gt(appointments.validUntil, now)),
      ),
    );
  return rows.map((row) => row.role);
}

/** Who enters, how strongly they proved it, and when: just now, unless a provider says earlier. */
export type Entering = { personId: string; strength: number; verifiedAt?: Date };

/**
 * Opens a session for a person who has proved who they are, with the lifetime their roles allow. Who has a second
 * factor and did not use it may do nothing sensitive: such a session counts as proved long ago.
 */
export async function openSession(
  { tx, now }: AuthTransaction,
  who: Entering,
  origin: Origin,
): Promise<Opened> {
  const { idleSeconds, absoluteSeconds } = sessionLifetime(await rolesOf(tx, who.personId, now));
  const half = who.strength < 2 && (await hasFactor({ tx }, who.personId));
  const token = makeToken();
  const sessionId = newId();
  await tx.insert(sessions).values({
    id: sessionId,
    personId: who.personId,
    tokenHash: hashToken(token),
    strength: who.strength,
    createdAt: now,
    seenAt: now,
    idleSeconds,
    expiresAt: new Date(now.getTime() + absoluteSeconds * 1000),
    verifiedAt: half ? new Date(0) : (who.verifiedAt ?? now),
    device: deviceName(origin.userAgent),
    address: origin.address.slice(0, 64),
  });
  return { sessionId, token };
}

/** The live session behind a token, of a person who is active. */
export async function liveSession({ tx, now }: AuthTransaction, token: string) {
  const [row] = await tx
    .select({
      id: sessions.id,
      personId: sessions.personId,
      partyId: people.partyId,
      strength: sessions.strength,
      seenAt: sessions.seenAt,
      idleSeconds: sessions.idleSeconds,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
      verifiedAt: sessions.verifiedAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, hashToken(token)), or(isNull(people.endedAt), gt(people.endedAt, now))))
    .limit(1);
  return row && sessionState(row, now) === 'live' ? row : undefined;
}

/** Ends one session, if it has not ended already. */
export async function endSession(
  tx: Tx,
  sessionId: string,
  by: { personId: string; now: Date },
): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: by.now, revokedBy: by.personId })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends every session of a person, except the one given. */
export async function endSessions(
  tx: Tx,
  personId: string,
  by: { personId: string; now: Date; except?: string },
): Promise<string[]> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: by.now, revokedBy: by.personId })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.revokedAt),
        ...(by.except ? [ne(sessions.id, by.except)] : []),
      ),
    )
    .returning({ id: sessions.id });
  return ended.map((row) => row.id);
}
