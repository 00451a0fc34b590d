import { files } from '@concord/db/schema/system';
import { and, eq, lt, sql } from 'drizzle-orm';
import { asWorker } from '../context.ts';
import type { Services } from '../services.ts';

const BATCH = 2_000;

/** How long what has had its use is kept. */
const PLANS = [
  { table: 'command', where: sql`created_at < now() - interval '7 days'` },
  { table: 'live_event', where: sql`created_at < now() - interval '1 day'` },
  { table: 'mail_link', where: sql`expires_at < now() - interval '30 days'` },
  { table: 'mail_delivery', where: sql`accepted_at < now() - interval '30 days'` },
  { table: 'passkey_challenge', where: sql`expires_at < now() - interval '1 day'` },
  // An ended session stays for a month, for whoever asks what a device did; then the record alone knows of it.
  {
    table: 'session',
    where: sql`least(expires_at, coalesce(revoked_at, expires_at), seen_at + make_interval(secs => idle_seconds))
      < now() - interval '30 days'`,
  },
  { table: 'rate_limit', where: sql`expire < extract(epoch from now()) * 1000 - 86400000` },
] as const;

const UNATTACHED_DAYS = 7;

/** Takes away what has had its use, a little at a time; the number of rows gone. */
export async function cleanUp(services: Services): Promise<number> {
  let gone = 0;
  for (const { table, where } of PLANS) {
    const [row] = await services.worker().db.execute<{ count: string }>(sql`
      with old as (select ctid from ${sql.identifier(table)} where ${where} limit ${BATCH}),
        deleted as (delete from ${sql.identifier(table)} where ctid in (select ctid from old) returning 1)
      select count(*)::text as count from deleted`);
    gone += Number(row?.count ?? 0);
  }
  return gone + (await forgetUploads(services));
}

/** Uploads that were never attached to anything. */
async function forgetUploads(services: Services): Promise<number> {
  const old = and(
    eq(files.container, 'person'),
    lt(files.createdAt, sql`now() - make_interval(days => ${UNATTACHED_DAYS})`),
  );
  const keys = await asWorker(services, ({ tx }) =>
    tx.delete(files).where(old).returning({ key: files.storageKey }),
  );
  for (const { key } of keys) await services.storage.remove(key);
  return keys.length;
}
