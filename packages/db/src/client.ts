import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { postgresAt } from './address.ts';
import { prepared, transaction } from './transaction.ts';

/** A connection pool with Drizzle over it. */
export type Database = { db: Db; sql: postgres.Sql; close: () => Promise<void> };
export type Db = ReturnType<typeof drizzle>;
/** A transaction: what every query and command gets. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

type Options = {
  max?: number;
  name?: string;
  /** Plans each statement once for all parameters: right for short statements by key, asked again and again. */
  planOnce?: boolean;
};

/** Opens a pool. Connections are made when first used, and anew after the database was away. */
export function connect(url: string, options: Options = {}): Database {
  const sql = postgresAt(url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: {
      application_name: options.name ?? 'concord',
      ...(options.planOnce ? { plan_cache_mode: 'force_generic_plan' } : {}),
    },
  });
  return { db: drizzle(keepPlans(sql)), sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Drizzle sends every statement to be planned anew, and under row-level security planning costs several times what
 * the statement does. Here each becomes a prepared statement of its connection, so that PostgreSQL keeps its plan.
 */
function keepPlans(client: postgres.Sql): postgres.Sql {
  const own = {
    options: client.options,
    unsafe: (query: string, parameters: unknown[] = []) =>
      client.unsafe(query, parameters as never[], prepared),
    begin: (work: Parameters<typeof transaction>[1]) => transaction(client, work),
  };
  return own as unknown as postgres.Sql;
}
