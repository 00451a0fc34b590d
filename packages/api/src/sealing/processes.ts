import type { Sql } from 'postgres';
import type { Keyring } from './keyring.ts';

const NAMES = ['concord-app', 'concord-jobs'] as const;
const SHORT = 8;

/** What a process calls its connections: by the key it seals with, so that a rotation sees who has not changed yet. */
export function namedByKey(name: (typeof NAMES)[number], keys: Pick<Keyring, 'kekId'>): string {
  return `${name} ${keys.kekId.slice(0, SHORT)}`;
}

/** How many connections of serving processes and workers seal with another key than the present one. */
export async function sealingOtherwise(sql: Sql, keys: Pick<Keyring, 'kekId'>): Promise<number> {
  const others = NAMES.map((name) => `${name} %`);
  const own = NAMES.map((name) => namedByKey(name, keys));
  const [row] = await sql<{ others: number }[]>`
    select count(*)::int as others from pg_stat_activity
    where datname = current_database() and application_name like any(${others}) and not application_name = any(${own})`;
  return row?.others ?? 0;
}
