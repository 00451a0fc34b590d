import type { Logger } from 'pino';
import type { Sql } from 'postgres';

/** The channel on which processes tell each other of events. */
export const CHANNEL = 'concord_live';

const WAIT_MS = 8;
/** A notification carries at most 8,000 bytes; an id, twenty. */
const MOST_IDS = 350;

/** Gathers the events of a moment and tells all processes of them at once: a NOTIFY in each transaction would queue every writer behind one lock. */
export class Announcer {
  readonly #sql: Sql;
  readonly #log: Logger;
  #waiting: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sending = Promise.resolve();

  constructor(sql: Sql, log: Logger) {
    this.#sql = sql;
    this.#log = log;
  }

  /** Tells of an event within a few milliseconds. What is lost here, every process finds by itself soon after. */
  announce(id: number): void {
    this.#waiting.push(id);
    this.#timer ??= setTimeout(() => this.flush(), WAIT_MS);
  }

  /** Sends what waits, and resolves when it is sent. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const ids = this.#waiting;
    this.#waiting = [];
    if (ids.length > 0) this.#sending = this.#sending.then(() => this.#send(ids));
    return this.#sending;
  }

  async #send(ids: readonly number[]): Promise<void> {
    try {
      for (let at = 0; at < ids.length; at += MOST_IDS) {
        await this.#sql`select pg_notify(${CHANNEL}, ${ids.slice(at, at + MOST_IDS).join(',')})`;
      }
    } catch (err) {
      this.#log.warn({ err, events: ids.length }, 'live events were not announced; they will be found');
    }
  }
}
