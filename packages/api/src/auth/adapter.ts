import { accounts } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { asAuth } from '../context.ts';
import { endSession, liveSession } from './sessions.ts';
import { type AuthServices, recordAuth } from './transaction.ts';

/** The part of next-auth's adapter that this portal gives it. */
export type SessionAdapter = {
  getSessionAndUser: (token: string) => Promise<{
    session: { sessionToken: string; userId: string; expires: Date };
    user: { id: string; email: string; emailVerified: null };
  } | null>;
  updateSession: () => Promise<null>;
  deleteSession: (token: string) => Promise<void>;
};

/**
 * What next-auth may do with our sessions: find the one behind a cookie, and end it. Opening is done by sign-in
 * itself, in one transaction with the proof; tokens are compared by their hash.
 */
export function sessionAdapter(services: AuthServices): SessionAdapter {
  return {
    getSessionAndUser: (token: string) =>
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
    deleteSession: (token: string) =>
      asAuth(services, async (auth) => {
        const session = await liveSession(auth, token);
        if (!session) return;
        const { personId, partyId, id: sessionId } = session;
        await endSession(auth.tx, sessionId, { personId, now: auth.now });
        await recordAuth(auth, { action: 'session.end', personId, partyId, sessionId, requestId: '' });
      }),
  };
}
