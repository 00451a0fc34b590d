import { JOBS_SCHEMA } from '@concord/db/jobs';
import type { ISql } from 'postgres';
import { type Keyring, smallPrefix } from './keyring.ts';

/** What lies sealed under key-encryption keys: the words are those of the operator's verbs. */
export const heldKinds = ['containers', 'factors', 'mails'] as const;
export type HeldKind = (typeof heldKinds)[number];

/** How many rows of each kind lie under which key; `kekId` null: sealed before keys were named. */
export type Held = { kind: HeldKind; kekId: string | null; rows: number };

/** A mail that may yet be sent; one that is done or called off is never opened again. */
export const WAITING = ['created', 'retry', 'active', 'failed'] as const;

/** Everything that lies under another key than the present one, as the worker's role. */
export async function heldOtherwise(sql: ISql, keys: Pick<Keyring, 'kekId'>): Promise<Held[]> {
  const prefix = smallPrefix(keys.kekId);
  const rows = await sql<{ kind: HeldKind; key: string | null; rows: number }[]>`
    select 'containers' as kind, kek_id as key, count(*)::int as rows
    from container_key where kek_id <> ${keys.kekId} group by kek_id
    union all
    select 'factors', ${named(sql, sql`totp_sealed`)}, count(*)::int from account_secret
    where totp_sealed is not null and substring(totp_sealed from 1 for 9) <> ${prefix} group by 2
    union all
    select 'mails', ${named(sql, sql`decode(data->>'sealed', 'base64')`)}, count(*)::int from ${sql(JOBS_SCHEMA)}.job
    where name = 'mail' and state::text = any(${[...WAITING]}) and left(data->>'sealed', 12) <> ${prefix.toString('base64')}
    group by 2`;
  return rows.map(({ kind, key, rows: count }) => ({ kind, kekId: key, rows: count }));
}

function named(sql: ISql, sealed: ReturnType<ISql>) {
  return sql`case when get_byte(${sealed}, 0) = 2 then encode(substring(${sealed} from 2 for 8), 'hex') end`;
}

/** What names a key that is not set. */
export function unopenable(held: readonly Held[], keys: Pick<Keyring, 'known'>): Held[] {
  return held.filter(({ kekId }) => kekId !== null && !keys.known.includes(kekId));
}

/** The rows in words, such as "3 containers and 1 mail under key 1a2b". */
export function heldWords(held: readonly Held[]): string {
  return held
    .map(
      ({ kind, kekId, rows }) =>
        `${rows} ${kind} under ${kekId ? `key ${kekId}` : 'a key that is not named'}`,
    )
    .join(', ');
}
