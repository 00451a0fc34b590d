import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** A connection pool with Drizzle over it. */
export type Database = { db: Db; sql: postgres.Sql; close: () => Promise<void> };
export type Db = ReturnType<typeof drizzle>;
/** A transaction: what every query and command gets. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Opens a pool. Connections are made when first used, and anew after the database was away. */
export function connect(url: string, options: { max?: number; name?: string } = {}): Database {
  const sql = postgres(url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: options.name ?? 'concord' },
  });
  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) };
}
