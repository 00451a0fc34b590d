import { JOBS_SCHEMA } from '@concord/db/jobs';
import type { ISql, TransactionSql } from 'postgres';
import { aadOfFactor } from '../auth/factor-secret.ts';
import { aadOfMail } from '../email/mails.ts';
import type { Services } from '../services.ts';
import { type HeldKind, heldKinds, WAITING } from './held.ts';
import { type Keyring, smallPrefix } from './keyring.ts';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';
const MOST_NAMED = 20;

/** A row under another key than the present one; small things name their key themselves. */
type Row = { id: string; sealed: Buffer; kekId: string | null };

/** Rows brought under the present key, and those that do not open with the key they name. */
export type Rotated = Record<HeldKind, number> & { damaged: string[] };

type Options = { batch?: number; signal?: AbortSignal; onBatch?: (done: Rotated) => void | Promise<void> };

/**
 * Brings everything that a known previous key sealed under the present one, while the portal runs: batch by batch,
 * each a transaction of its own that locks what it rewrites. Stopped at any place, it goes on from there the next time.
 */
export async function rotateKeys(services: Services, options: Options = {}): Promise<Rotated> {
  const done: Rotated = { containers: 0, factors: 0, mails: 0, damaged: [] };
  for (const kind of heldKinds) await rotateKind(services, kind, done, options);
  return done;
}

async function rotateKind(
  services: Services,
  kind: HeldKind,
  done: Rotated,
  { batch = BATCH, signal, onBatch }: Options,
): Promise<void> {
  const { keys } = services;
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    signal?.throwIfAborted();
    const from: string = after;
    after = await services.worker().sql.begin(async (sql) => {
      const rows = await next(sql, kind, keys, from, batch);
      const opened = rows.flatMap((row) => resealed(kind, keys, row, done));
      if (opened.length > 0) await write(sql, kind, keys, opened);
      done[kind] += opened.length;
      return rows.length < batch ? undefined : rows.at(-1)?.id;
    });
    await onBatch?.(done);
  }
}

/** The next rows of a kind, locked until they are rewritten. */
async function next(sql: TransactionSql, kind: HeldKind, keys: Keyring, after: string, most: number) {
  const prefix = smallPrefix(keys.kekId);
  const previous = keys.known.filter((one) => one !== keys.kekId);
  if (kind === 'containers')
    return sql<Row[]>`
      select container_id as id, wrapped as sealed, kek_id as "kekId" from container_key
      where container_id > ${after} and kek_id = any(${previous}) order by container_id limit ${most} for update`;
  if (kind === 'factors')
    return sql<Row[]>`
      select person_id as id, totp_sealed as sealed, null as "kekId" from account_secret
      where person_id > ${after} and totp_sealed is not null and substring(totp_sealed from 1 for 9) <> ${prefix}
      order by person_id limit ${most} for update`;
  return sql<Row[]>`
    select id, decode(data->>'sealed', 'base64') as sealed, null as "kekId" from ${jobs(sql)}
    where id > ${after} and name = 'mail' and state::text = any(${[...WAITING]})
      and left(data->>'sealed', 12) <> ${prefix.toString('base64')}
    order by id limit ${most} for update`;
}

/** A row under the present key; nothing where it does not open, which is remembered instead. */
function resealed(kind: HeldKind, keys: Keyring, { id, sealed, kekId }: Row, done: Rotated) {
  try {
    if (kind === 'containers') return [{ id, sealed: keys.wrap(id, keys.unwrap(id, sealed, kekId ?? '')) }];
    const aad = kind === 'factors' ? aadOfFactor(id) : aadOfMail(id);
    return [{ id, sealed: keys.sealSmall(keys.openSmall(sealed, aad), aad) }];
  } catch {
    if (done.damaged.length < MOST_NAMED) done.damaged.push(`${kind} ${id}`);
    return [];
  }
}

async function write(
  sql: TransactionSql,
  kind: HeldKind,
  keys: Keyring,
  rows: readonly { id: string; sealed: Buffer }[],
): Promise<void> {
  const fresh = sql`
    unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ sealed }) => sealed.toString('base64'))}::text[])
      as fresh (id, sealed)`;
  if (kind === 'containers')
    await sql`update container_key k set wrapped = decode(fresh.sealed, 'base64'), kek_id = ${keys.kekId}
      from ${fresh} where k.container_id = fresh.id`;
  else if (kind === 'factors')
    await sql`update account_secret s set totp_sealed = decode(fresh.sealed, 'base64')
      from ${fresh} where s.person_id = fresh.id`;
  else
    await sql`update ${jobs(sql)} j set data = jsonb_set(j.data, '{sealed}', to_jsonb(fresh.sealed))
      from ${fresh} where j.id = fresh.id and j.name = 'mail'`;
}

function jobs(sql: ISql) {
  return sql`${sql(JOBS_SCHEMA)}.job`;
}
