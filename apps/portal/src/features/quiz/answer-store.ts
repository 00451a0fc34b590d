import { type Failure, readFailure } from '#commands/failure.ts';
import { memoryOutbox } from './memory-outbox.ts';
import type { Entry, Outbox, Reply } from './outbox.ts';

/** What stands at the server after an answer was sent: that answer, or a later one. */
export type Standing = Entry & { savedAt: string };

export type Sync = 'idle' | 'saving' | 'offline' | 'signedOut' | 'refused';

/** What the page shows of an attempt under way. */
export type AttemptView = {
  replies: Readonly<Record<string, Reply>>;
  savedAt: string | null;
  sync: Sync;
  /** Why nothing more is taken. */
  refusal: string | null;
  /** How many answers given here came too late for it. */
  lost: number;
  /** Another tab or device has answered in this attempt meanwhile. */
  elsewhere: boolean;
};

type Options = {
  startedAt: string;
  /** The server's time when the page was made, so that a wrong clock here does no harm. */
  serverNow: string;
  saved: Readonly<Record<string, Entry>>;
  savedAt: string | null;
  send: (questionKey: string, entry: Entry) => Promise<Standing>;
  /** What stands at the server by now; null where the attempt is no longer open. */
  look?: () => Promise<Readonly<Record<string, Entry>> | null>;
  /** Tells the browser's other tabs. */
  tell?: (questionKey: string, entry: Entry) => void;
  now?: () => number;
};

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/**
 * The answers of one attempt in this tab: shown at once, kept in the browser before they are sent, sent one after
 * the other, and sent again until the server has said that it holds them.
 */
export class AnswerStore {
  readonly #options: Options;
  readonly #sequences = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  readonly #ahead: number;
  #outbox: Outbox = memoryOutbox();
  #kept: Promise<unknown> = Promise.resolve();
  #view: AttemptView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<boolean> | null = null;
  #looking: Promise<void> | null = null;
  #failures = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#ahead = Date.parse(options.serverNow) - this.#now();
    const replies: Record<string, Reply> = {};
    for (const [key, { sequence, answer, certainty }] of Object.entries(options.saved)) {
      replies[key] = { answer, certainty };
      this.#sequences.set(key, sequence);
    }
    this.#view = {
      replies,
      savedAt: options.savedAt,
      sync: 'idle',
      refusal: null,
      lost: 0,
      elsewhere: false,
    };
  }

  readonly snapshot = (): AttemptView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The server's time, as far as it can be told here. */
  readonly serverTime = (): number => this.#now() + this.#ahead;

  /** Takes up what an earlier visit could not send, from where it was kept. */
  async resume(outbox: Outbox): Promise<void> {
    const early = this.#outbox;
    // First of all: what is given from here on is kept where it lasts.
    this.#outbox = outbox;
    for (const [key, entry] of await early.all()) await outbox.put(key, entry);
    for (const [key, entry] of await outbox.all()) this.#adopt(key, entry);
    await this.flush();
  }

  /** Takes a reply as it is given; words being typed are sent a moment later. */
  answer(
    questionKey: string,
    reply: Reply,
    { delay = 0, milliseconds }: { delay?: number; milliseconds?: number } = {},
  ): void {
    if (this.#view.sync === 'refused') return;
    const entry = { sequence: this.#nextSequence(questionKey), ...reply, milliseconds };
    this.#adopt(questionKey, entry);
    this.#show({ sync: this.#view.sync === 'offline' ? 'offline' : 'saving' });
    this.#options.tell?.(questionKey, entry);
    this.#kept = this.#outbox.put(questionKey, entry).catch(() => undefined);
    this.#flushIn(delay);
  }

  /** Another tab has taken a reply: it shows here too. */
  hear(questionKey: string, entry: Entry): void {
    if (this.#adopt(questionKey, entry)) this.#show({ elsewhere: true });
  }

  /** Every reply that is known here, for a tab that has just been opened and missed some. */
  held(): [questionKey: string, entry: Entry][] {
    return [...this.#sequences].flatMap(([key, sequence]) => {
      const reply = this.#view.replies[key];
      return reply ? [[key, { sequence, ...reply }]] : [];
    });
  }

  /** Sends what waits; true when everything has arrived. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#flushing ??= this.#sendAll().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  /** Takes up what was given on another device, once what waits here has arrived: devices do not tell one another. */
  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    if (!(await this.flush())) return;
    const standing = await this.#options.look?.().catch(() => undefined);
    if (standing === null) this.#show({ sync: 'refused', refusal: 'quiz.handedIn' });
    for (const [key, entry] of Object.entries(standing ?? {})) this.hear(key, entry);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<boolean> {
    for (;;) {
      const kept = this.#kept;
      await kept;
      const [next] = await this.#outbox.all();
      // What was given while this looked is looked for once more: its own turn has joined this one.
      if (!next && kept !== this.#kept) continue;
      if (!next) break;
      try {
        await this.#arrived(next[0], next[1], await this.#options.send(...next));
      } catch (error) {
        return this.#failed(readFailure(error));
      }
    }
    if (this.#view.sync !== 'refused') this.#show({ sync: 'idle' });
    return this.#view.sync !== 'refused';
  }

  async #arrived(questionKey: string, sent: Entry, standing: Standing): Promise<void> {
    this.#failures = 0;
    await this.#outbox.settle(questionKey, Math.max(sent.sequence, standing.sequence));
    const overtaken = standing.sequence > sent.sequence || !same(standing, sent);
    if (overtaken && this.#adopt(questionKey, standing)) this.#show({ elsewhere: true });
    this.#show({ savedAt: standing.savedAt });
  }

  async #failed(failure: Failure): Promise<false> {
    const sync = syncAfter(failure);
    if (sync === 'refused' && failure.kind === 'refused') {
      const late = await this.#outbox.all();
      for (const [key, { sequence }] of late) await this.#outbox.settle(key, sequence);
      this.#show({ sync, refusal: failure.key ?? failure.code, lost: late.size });
    } else {
      this.#show({ sync });
      this.#flushIn(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0);
      this.#failures += 1;
    }
    return false;
  }

  #adopt(questionKey: string, entry: Entry): boolean {
    const { sequence, answer, certainty } = entry;
    const known = this.#sequences.get(questionKey) ?? -1;
    const tie = sequence === known && !same(entry, this.#view.replies[questionKey]);
    if (sequence < known || (sequence === known && !tie)) return false;
    this.#sequences.set(questionKey, sequence);
    this.#show({ replies: { ...this.#view.replies, [questionKey]: { answer, certainty } } });
    return true;
  }

  /** Tenths of a second since the start by the server's clock, and above all that is known. */
  #nextSequence(questionKey: string): number {
    const tenths = Math.floor((this.serverTime() - Date.parse(this.#options.startedAt)) / 100);
    return Math.max(tenths, (this.#sequences.get(questionKey) ?? 0) + 1);
  }

  #flushIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  #show(change: Partial<AttemptView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a failure is worth another try, by itself or after signing in; anything else is the server's last word. */
function syncAfter(failure: Failure): Sync {
  if (failure.kind === 'offline') return 'offline';
  if (failure.code === 'UNAUTHORIZED') return 'signedOut';
  return ['INTERNAL_SERVER_ERROR', 'TOO_MANY_REQUESTS', 'TIMEOUT'].includes(failure.code)
    ? 'offline'
    : 'refused';
}

function same(one: Reply, other: Reply | undefined): boolean {
  const told = (reply: Reply | undefined) =>
    JSON.stringify([reply?.answer, reply?.certainty ?? null], (_, value) => value);
  return sorted(told(one)) === sorted(told(other));
}

/** The same whatever the order of keys: a database may give them back in another. */
function sorted(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  );
}
