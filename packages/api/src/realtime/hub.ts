import type { Database } from '@concord/db/client';
import type { Logger } from 'pino';
import { Announcer, CHANNEL } from './announcer.ts';
import {
  eventsSince,
  type From,
  readEvents,
  recentIds,
  recipients,
  SEARCHED_SECONDS,
  type StoredEvent,
  serialise,
} from './live-events.ts';
import { type LiveStream, Streams } from './streams.ts';

/** How often things are looked after, in milliseconds. */
export interface HubTimes {
  heartbeat: number;
  /** Sessions are looked up again; a stream whose session has ended is closed. */
  sessions: number;
  /** Events that nobody told of are looked for. */
  search: number;
}

const TIMES: HubTimes = { heartbeat: 25_000, sessions: 45_000, search: 3_000 };
const MOST_PER_PERSON = 8;
const HEARTBEAT = Buffer.from(':\n\n');

/** Carries live events from the outbox to this process's browsers. It listens only while there are any. */
export class LiveHub {
  readonly #app: Database;
  readonly #log: Logger;
  readonly #times: HubTimes;
  readonly #announcer: Announcer;
  readonly #streams = new Streams();
  readonly #told = new Map<number, number>();
  #pending = new Set<number>();
  #delivering = false;
  #listening: Promise<{ unlisten: () => Promise<void> }> | undefined;
  #timers: NodeJS.Timeout[] = [];

  constructor(app: Database, log: Logger, times: Partial<HubTimes> = {}) {
    this.#app = app;
    this.#log = log;
    this.#times = { ...TIMES, ...times };
    this.#announcer = new Announcer(app.sql, log);
  }

  /** Tells every process of an event that was just committed. */
  announce(id: number): void {
    this.#announcer.announce(id);
  }

  /** Streams open in this process. */
  get count(): number {
    return this.#streams.count;
  }

  /** Takes a stream in; false when the person has too many. What it missed is sent first. */
  async join(stream: LiveStream, from?: From): Promise<boolean> {
    if (this.#streams.of(stream.personId).size >= MOST_PER_PERSON) return false;
    this.#streams.add(stream);
    await this.#listen();
    if (from) await this.#resume(stream, from);
    return true;
  }

  leave(stream: LiveStream): void {
    this.#streams.remove(stream);
  }

  /** Ends every stream; their browsers connect again elsewhere. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    for (const stream of [...this.#streams]) stream.end();
    await this.#announcer.flush();
    const listening = await this.#listening?.catch(() => undefined);
    await listening?.unlisten().catch(() => undefined);
  }

  #listen(): Promise<unknown> {
    this.#listening ??= this.#start().catch((error: unknown) => {
      this.#listening = undefined;
      throw error;
    });
    return this.#listening;
  }

  async #start() {
    for (const id of await recentIds(this.#app.sql)) this.#told.set(id, Date.now());
    const heard = (payload: string) => this.#hear(payload.split(',').map(Number));
    // Runs again after each lost connection: what happened meanwhile is looked for.
    const listening = await this.#app.sql.listen(CHANNEL, heard, () => void this.#search());
    this.#every(this.#times.heartbeat, () => this.#send([...this.#streams], HEARTBEAT));
    this.#every(this.#times.sessions, () => this.#checkSessions());
    this.#every(this.#times.search, () => this.#search());
    return listening;
  }

  #every(ms: number, work: () => unknown): void {
    const timer = setInterval(() => void work(), ms);
    timer.unref();
    this.#timers.push(timer);
  }

  #hear(ids: readonly number[]): void {
    const now = Date.now();
    for (const id of ids) {
      if (this.#told.has(id)) continue;
      this.#told.set(id, now);
      this.#pending.add(id);
    }
    void this.#deliver();
  }

  /** One delivery at a time; what is heard meanwhile goes with the next, and what failed is tried with the next search. */
  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    let ids: number[] = [];
    try {
      while (this.#pending.size > 0) {
        ids = [...this.#pending];
        this.#pending = new Set();
        if (this.#streams.count > 0) await this.#pass(await readEvents(this.#app.sql, ids), this.#streams);
      }
    } catch (err) {
      this.#log.warn({ err, events: ids.length }, 'live events wait to be delivered');
      for (const id of ids) this.#pending.add(id);
    } finally {
      this.#delivering = false;
    }
  }

  async #pass(events: readonly StoredEvent[], to: Streams): Promise<void> {
    if (events.length === 0) return;
    for (const [event, streams] of await recipients(this.#app.sql, events, to)) {
      if (streams.length > 0) this.#send(streams, serialise(event));
    }
  }

  #send(streams: readonly LiveStream[], bytes: Buffer): void {
    for (const stream of streams) stream.write(bytes);
  }

  async #resume(stream: LiveStream, from: From): Promise<void> {
    const alone = new Streams();
    alone.add(stream);
    await this.#pass(await eventsSince(this.#app.sql, from), alone);
  }

  /** Finds events whose process died between commit and notice, and those of a lost connection. */
  async #search(): Promise<void> {
    const old = Date.now() - 4 * SEARCHED_SECONDS * 1000;
    for (const [id, at] of this.#told) if (at < old) this.#told.delete(id);
    if (this.#streams.count === 0) return;
    await recentIds(this.#app.sql)
      .then((ids) => this.#hear(ids))
      .catch((err: unknown) => this.#log.warn({ err }, 'live events could not be looked for'));
  }

  async #checkSessions(): Promise<void> {
    // Those that join while the database answers are not asked about, and stay.
    const asked = [...this.#streams];
    const wanted = [...new Set(asked.map((stream) => stream.sessionId))];
    if (wanted.length === 0) return;
    try {
      const rows = await this.#app
        .sql`select session_id::text as id from concord.standing_sessions(${wanted}::uuid[])`;
      const standing = new Set(rows.map((row) => String(row.id)));
      for (const stream of asked) if (!standing.has(stream.sessionId)) stream.end();
    } catch (err) {
      // Nothing is told meanwhile either: each event asks the database who may hear of it.
      this.#log.warn({ err }, 'sessions of live streams could not be checked');
    }
  }
}
