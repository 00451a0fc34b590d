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
type Ask = (query: string, parameters?: unknown[]) => Statement;
type Work<Result> = (client: postgres.TransactionSql) => Promise<Result>;

/** A statement of a connection as a prepared one, so that PostgreSQL keeps its plan. */
export const prepared = { prepare: true, simple: false } as postgres.UnsafeQueryOptions;

/**
 * As `begin` of postgres.js, but nobody waits for BEGIN: it goes out together with the work's first statement, and
 * statements that are asked for at once go out in one write. What the work leaves unawaited is part of it all the
 * same: when it fails, all is rolled back and the work's caller hears why.
 */
export async function transaction<Result>(client: postgres.Sql, work: Work<Result>): Promise<Result> {
  const line = new Line();
  const ask: Ask = (query, parameters = []) =>
    line.take(client.unsafe(query, parameters as never[], prepared) as unknown as Statement);
  const begun = client.unsafe('begin', [], {
    onexecute: (connection: Connection) => line.open(connection),
  } as postgres.UnsafeQueryOptions);
  begun.then(undefined, (reason: unknown) => line.close(reason));
  void begun.execute();
  try {
    const result = await work(clientOf(ask));
    const { command } = await ask('commit');
    if (command !== 'COMMIT') throw line.failure ?? new Error('The transaction was not committed.');
    return result;
  } catch (error) {
    await ask('rollback').catch(() => undefined);
    throw error;
  } finally {
    line.close(new Error('The transaction is over.'));
  }
}

/** As much of a client as Drizzle uses within a transaction. */
function clientOf(ask: Ask): postgres.TransactionSql {
  let depth = 0;
  const savepoint = async <Result>(work: Work<Result>): Promise<Result> => {
    depth += 1;
    const name = `inner_${depth}`;
    await ask(`savepoint ${name}`);
    try {
      return await work(client);
    } catch (error) {
      await ask(`rollback to ${name}`);
      throw error;
    }
  };
  const client = { unsafe: ask, savepoint } as unknown as postgres.TransactionSql;
  return client;
}

/** The statements of one transaction on their way to its connection, in order. */
class Line {
  /** The first statement that failed. */
  failure: unknown;
  readonly #waiting: Statement[] = [];
  #connection: Connection | undefined;
  #full = false;
  #over: unknown;

  /** The connection has taken BEGIN; what was asked for meanwhile follows in the same write. */
  open(connection: Connection): boolean {
    this.#connection = connection;
    connection.reserved = () => this.#flow();
    connection.onclose = (reason) => this.close(reason);
    this.#flow();
    return false;
  }

  take(statement: Statement): Statement {
    statement.handler = (asked) => this.#send(asked);
    statement.catch((reason: unknown) => {
      this.failure ??= reason;
    });
    return statement;
  }

  /** From here on every statement is refused: the connection may be another's by now. */
  close(reason: unknown): void {
    this.#over ??= reason;
    this.#connection = undefined;
    for (const statement of this.#waiting.splice(0)) statement.reject(this.#over);
  }

  #flow(): void {
    this.#full = false;
    while (this.#waiting.length > 0 && !this.#full) this.#send(this.#waiting.shift() as Statement);
  }

  #send(statement: Statement): void {
    if (this.#over !== undefined) statement.reject(this.#over);
    else if (this.#connection === undefined || this.#full) this.#waiting.push(statement);
    else this.#full = !this.#connection.execute(statement);
  }
}
