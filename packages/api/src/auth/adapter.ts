import { eq } from 'drizzle-orm';
import { accounts } from '@concord/db/schema/people';
import type { Adapter } from 'next-auth/adapters';
import { endSession, liveSession } from './sessions.ts';
import { type AuthServices, asAuth, recordAuth } from './transaction.ts';

/**
 * What next-auth may do with our sessions: find the one behind a cookie, and end it. Opening is done by sign-in
 * itself, in one transaction with the proof; tokens are compared by their hash.
 */
export function sessionAdapter(services: AuthServices): Adapter {
  return {
    getSessionAndUser: (token) =>
      asAuth(services, async (auth) => {
        const session = await liveSession(auth, token);
        if (!session) return null;
        const [account] = await auth.tx
          .select({ email: accounts.email })
          .from(accounts)
          .where(eq(accounts.personId, session.personId));
        if (!account) return null;
        return {
          session: { sessionToken: token, userId: session.personId, expires: session.expiresAt },
          user: { id: session.personId, email: account.email, emailVerified: null },
        };
      }),
    updateSession: async () => null,
    deleteSession: (token) =>
      asAuth(services, async (auth) => {
        const session = await liveSession(auth, token);
        if (!session) return;
        const { personId, partyId, id: sessionId } = session;
        await endSession(auth.tx, sessionId, { personId, now: auth.now });
        await recordAuth(auth, { action: 'session.end', personId, partyId, sessionId, requestId: '' });
      }),
  };
}
