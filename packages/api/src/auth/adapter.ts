import { accounts } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { asAuth } from '../context.ts';
import type { ProviderReturn } from './oidc.ts';
import { endSession, liveSession } from './sessions.ts';
import { type AuthServices, recordAuth } from './transaction.ts';

type User = { id: string; email: string; emailVerified: null };

/** The part of next-auth's adapter that this portal gives it. */
export type SessionAdapter = {
  getSessionAndUser: (token: string) => Promise<{
    session: { sessionToken: string; userId: string; expires: Date };
    user: User;
  } | null>;
  updateSession: () => Promise<null>;
  getUserByAccount: () => Promise<User | null>;
  createSession: (made: {
    expires: Date;
  }) => Promise<{ sessionToken: string; userId: string; expires: Date }>;
  deleteSession: (token: string) => Promise<void>;
};

/**
 * What next-auth may do with our sessions: find the one behind a cookie, and end it. Opening is done by sign-in
 * itself, in one transaction with the proof; tokens are compared by their hash. Whoever returns from an identity
 * provider has been decided about before next-auth asks whose account it is and for a session.
 */
export function sessionAdapter(services: AuthServices, back: Pick<ProviderReturn, 'opened'>): SessionAdapter {
  return {
    getUserByAccount: async () =>
      back.opened ? { id: back.opened.personId, email: '', emailVerified: null } : null,
    createSession: async ({ expires }) => {
      if (!back.opened) throw new Error('A session is opened by sign-in alone.');
      return { sessionToken: back.opened.token, userId: back.opened.personId, expires };
    },
    getSessionAndUser: async (token: string) => {
      if (back.opened) return null;
      return asAuth(services, async (auth) => {
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
      });
    },
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
