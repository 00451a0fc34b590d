import type { Database, Tx } from '@concord/db/client';
import { newId } from '@concord/db/ids';
import { recordEntries } from '@concord/db/schema/system';
import { sql } from 'drizzle-orm';
import type { Settings } from '../env.ts';

/** What sign-in needs of the running process. */
export type AuthServices = { app: Database; settings: Pick<Settings, 'cookies' | 'demo' | 'key' | 'secret' | 'url'> };

/** A transaction of sign-in itself, before there is a person, with the database's clock. */
export type AuthTransaction = { tx: Tx; now: Date };

/** Runs one transaction in the mode in which row security lets sign-in see accounts, secrets, links and sessions. */
export function asAuth<T>(services: { app: Database }, run: (auth: AuthTransaction) => Promise<T>): Promise<T> {
  return services.app.db.transaction(async (tx) => run({ tx, now: await enterAuth(tx) }));
}

/** Puts a transaction into that mode and answers the database's time. */
export async function enterAuth(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(
    sql`select set_config('concord.mode', 'auth', true), clock_timestamp()::text as now`,
  );
  return new Date(row?.now ?? Number.NaN);
}

/** Runs one step of a person's own command in that mode, and goes back to what held before. */
export async function withinAuth<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  const [row] = await tx.execute<{ mode: string }>(sql`select concord.mode() as mode`);
  await enterAuth(tx);
  const result = await run();
  await tx.execute(sql`select set_config('concord.mode', ${row?.mode ?? ''}, true)`);
  return result;
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
