import type postgres from 'postgres';

type Statement = postgres.PendingQuery<postgres.Row[]> & {
  handler: (statement: Statement) => void;
  reject: (reason: unknown) => void;
};
/** What postgres.js hands to `onexecute`, which its own `begin` is built on: the connection that took a statement. */
type Connection = {
  execute: (statement: Statement) => boolean;
  reserved: (() => void) | null;
  onclose: ((reason: unknown) => void) | null;
};
type Work<Result> = (client: postgres.TransactionSql) => Promise<Result>;

/** A statement of a connection as a prepared one, so that PostgreSQL keeps its plan. */
export const prepared = { prepare: true, simple: false } as postgres.UnsafeQueryOptions;

/**
 * As `begin` of postgres.js, but nobody waits for BEGIN: it goes out together with the work's first statement, and
 * statements that are asked for at once go out in one write. What the work leaves unawaited is part of it all the
 * same: when it fails, all is rolled back and the work's caller hears why.
 */
export async function transaction<Result>(client: postgres.Sql, work: Work<Result>): Promise<Result> {
  const line = new Line(client);
  try {
    const result = await work(clientOf(line));
    await line.commit();
    return result;
  } catch (error) {
    await line.rollback();
    throw error;
  }
}

/** As much of a client as Drizzle uses within a transaction, and the way to send COMMIT along with the last statements. */
type TransactionClient = Pick<Line, 'unsafe' | 'commit'> & {
  savepoint: <Result>(work: Work<Result>) => Promise<Result>;
};

function clientOf(line: Line): postgres.TransactionSql {
  let depth = 0;
  const client: TransactionClient = {
    unsafe: (query, parameters) => line.unsafe(query, parameters),
    commit: () => line.commit(),
    async savepoint(work) {
      depth += 1;
      const name = `inner_${depth}`;
      await line.unsafe(`savepoint ${name}`);
      try {
        return await work(client as unknown as postgres.TransactionSql);
      } catch (error) {
        await line.unsafe(`rollback to ${name}`);
        throw error;
      }
    },
  };
  return client as unknown as postgres.TransactionSql;
}

/**
 * The last statements of a transaction, with COMMIT right behind them: one write and one wait less. Nothing can be
 * asked for afterwards; when one of them fails, nothing is committed.
 */
export async function last<Result>(tx: object, statements: () => Promise<Result>): Promise<Result> {
  const { session } = tx as { session: { client: TransactionClient } };
  const answer = statements();
  answer.catch(() => undefined);
  // By then the statements are on their way, and nothing has been written yet.
  await new Promise((resolve) => setImmediate(resolve));
  const committed = session.client.commit();
  committed.catch(() => undefined);
  const result = await answer;
  await committed;
  return result;
}

/** The statements of one transaction on their way to its connection, in order. */
class Line {
  readonly #client: postgres.Sql;
  readonly #waiting: Statement[] = [];
  #connection: Connection | undefined;
  #full = false;
  /** The first statement that failed. */
  #failure: unknown;
  #end: Statement | undefined;
  #committed: Promise<void> | undefined;
  /** Why no statement is taken any more: the connection may be another's by now. */
  #over: unknown;

  constructor(client: postgres.Sql) {
    this.#client = client;
    const begin = client.unsafe('begin', [], {
      onexecute: (connection: Connection) => this.#open(connection),
    } as postgres.UnsafeQueryOptions);
    begin.then(undefined, (reason: unknown) => this.#close(reason));
    void begin.execute();
  }

  /** A statement, as Drizzle asks for one: sent when it is awaited. */
  unsafe(query: string, parameters: unknown[] = []): Statement {
    const statement = this.#client.unsafe(query, parameters as never[], prepared) as unknown as Statement;
    statement.handler = (asked) => this.#take(asked);
    statement.catch((reason: unknown) => {
      this.#failure ??= reason;
    });
    return statement;
  }

  /** Ends the transaction by COMMIT, once. */
  commit(): Promise<void> {
    this.#committed ??= this.#finish('commit');
    return this.#committed;
  }

  /** Ends it by ROLLBACK, if nothing else has: once it has ended, the connection is another's. */
  async rollback(): Promise<void> {
    if (this.#end === undefined) await this.#finish('rollback').catch(() => undefined);
    else await this.#committed?.catch(() => undefined);
  }

  async #finish(how: 'commit' | 'rollback'): Promise<void> {
    this.#end = this.unsafe(how);
    try {
      const { command } = await this.#end;
      if (command !== how.toUpperCase())
        throw this.#failure ?? new Error('The transaction was not committed.');
    } finally {
      this.#close(new Error('The transaction is over.'));
    }
  }

  /** The connection has taken BEGIN; what was asked for meanwhile follows in the same write. */
  #open(connection: Connection): boolean {
    this.#connection = connection;
    connection.reserved = () => {
      this.#full = false;
      this.#flow();
    };
    connection.onclose = (reason) => this.#close(reason);
    this.#flow();
    return false;
  }

  #close(reason: unknown): void {
    this.#over = reason;
    this.#connection = undefined;
    for (const statement of this.#waiting.splice(0)) statement.reject(this.#over);
  }

  #take(statement: Statement): void {
    if (this.#over === undefined) {
      if (statement === this.#end) this.#over = new Error('The transaction has ended.');
      this.#waiting.push(statement);
      this.#flow();
    } else statement.reject(this.#over);
  }

  #flow(): void {
    while (this.#connection && !this.#full) {
      const statement = this.#waiting.shift();
      if (!statement) return;
      this.#full = !this.#connection.execute(statement);
    }
  }
}
