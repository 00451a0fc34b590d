import type { Database, Tx } from '@concord/db/client';
import { JOBS_SCHEMA, type JobName } from '@concord/db/jobs';
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';

/** When a job may run first, and its id where sending it twice must make one job. */
export interface SendOptions {
  id?: string;
  startAfter?: Date;
}

/**
 * Sends jobs within transactions; it knows the queues and works on none. What it looks up for itself goes over a
 * connection of its own: asked over the callers' pool, it would wait for connections that all wait for it.
 */
export class JobSender {
  readonly #open: () => Database;
  readonly #log: Logger;
  #database: Database | undefined;
  #boss: Promise<PgBoss> | undefined;

  constructor(open: () => Database, log: Logger) {
    this.#open = open;
    this.#log = log;
  }

  /** Writes the job with the caller's transaction: it exists once that is committed, or never. */
  async send(tx: Tx, name: JobName, payload: object, options: SendOptions = {}): Promise<void> {
    const boss = await this.#started();
    await boss.send(name, payload, { ...options, db: fromDrizzle(tx, sql) });
  }

  /** As `send`, for many at once in one statement. */
  async sendAll(tx: Tx, name: JobName, payloads: readonly object[]): Promise<void> {
    if (payloads.length === 0) return;
    const boss = await this.#started();
    const made = payloads.map((data) => ({ data }));
    await boss.insert(name, made, { db: fromDrizzle(tx, sql) });
  }

  async close(): Promise<void> {
    const boss = await this.#boss?.catch(() => undefined);
    await boss?.stop({ graceful: false });
    await this.#database?.close();
  }

  #started(): Promise<PgBoss> {
    this.#boss ??= this.#start().catch((error: unknown) => {
      this.#boss = undefined;
      throw error;
    });
    return this.#boss;
  }

  async #start(): Promise<PgBoss> {
    this.#database ??= this.#open();
    const { sql: direct } = this.#database;
    const boss = new PgBoss({
      db: {
        executeSql: async (text, values) => ({
          rows: await direct.unsafe(text, values as Parameters<typeof direct.unsafe>[1]),
        }),
      },
      schema: JOBS_SCHEMA,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
      openTelemetry: { enabled: false },
    });
    boss.on('error', (err) => this.#log.warn({ err }, 'job sender'));
    return boss.start();
  }
}
