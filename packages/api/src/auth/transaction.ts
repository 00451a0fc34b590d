import type { Tx } from '@concord/db/client';
import { newId } from '@concord/db/ids';
import { recordEntries } from '@concord/db/schema/system';
import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** What sign-in needs of the running process. */
export type AuthServices = Pick<Services, 'app' | 'settings' | 'keys' | 'log'>;

/** A transaction of sign-in itself, with the database's clock. */
export type AuthTransaction = { tx: Tx; now: Date };

/** Lets a public command see accounts, secrets and links as sign-in does, for the rest of its transaction. */
export async function enterAuth(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('concord.mode', 'auth', true)`);
}

/** Writes down what sign-in did, in its own transaction. */
export async function recordAuth(
  { tx, now }: AuthTransaction,
  entry: { action: string; personId: string; partyId: string; sessionId?: string; requestId: string },
): Promise<void> {
  await tx.insert(recordEntries).values({
    id: newId(),
    at: now,
    actorId: entry.personId,
    partyId: entry.partyId,
    action: entry.action,
    subject: entry.sessionId ? 'session' : 'person',
    subjectId: entry.sessionId ?? entry.personId,
    details: {},
    requestId: entry.requestId,
  });
}
