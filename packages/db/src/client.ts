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
  return { db: drizzle(keepPlans(sql)), sql, close: () => sql.end({ timeout: 5 }) };
}

type Unsafe = (query: string, parameters?: unknown[], options?: postgres.UnsafeQueryOptions) => unknown;
type Nesting = (...args: unknown[]) => unknown;

/**
 * Drizzle sends every statement to be planned anew, and under row-level security planning costs several times what
 * the statement does. Here each becomes a prepared statement of its connection, so that PostgreSQL keeps its plan.
 */
function keepPlans<Client extends postgres.Sql>(client: Client): Client {
  const known: Record<string, (own: Unsafe & Nesting) => unknown> = {
    unsafe:
      (own) =>
      (query: string, parameters: unknown[] = [], options = {}) =>
        own(query, parameters, { ...options, prepare: parameters.length > 0 }),
    begin: (own) => nesting(own),
    savepoint: (own) => nesting(own),
  };
  return new Proxy(client, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      const change = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
      return change && typeof own === 'function' ? change(own.bind(target) as Unsafe & Nesting) : own;
    },
  });
}

/** A transaction's own client keeps plans too. */
function nesting(own: Nesting): Nesting {
  return (...args) =>
    own(
      ...args.map((arg) =>
        typeof arg === 'function' ? (inner: postgres.Sql) => arg(keepPlans(inner)) : arg,
      ),
    );
}
