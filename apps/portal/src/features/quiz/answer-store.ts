import type { Answer } from '@concord/api/features/quizzes/schemas';
import { type Failure, readFailure } from '#commands/failure.ts';
import { type Entry, PendingAnswers, type Shelf } from './pending-answers.ts';

/** What stands at the server after an answer was sent: that answer, or a later one. */
export type Standing = Entry & { savedAt: string };

export type Sync = 'idle' | 'saving' | 'offline' | 'signedOut' | 'refused';

/** What the page shows of an attempt under way. */
export type AttemptView = {
  answers: Readonly<Record<string, Answer>>;
  savedAt: string | null;
  sync: Sync;
  /** Why nothing more is taken. */
  refusal: string | null;
  /** Another tab or device has answered in this attempt meanwhile. */
  elsewhere: boolean;
};

type Options = {
  attemptId: string;
  startedAt: string;
  /** The server's time when the page was made, so that a wrong clock here does no harm. */
  serverNow: string;
  saved: Readonly<Record<string, Entry>>;
  savedAt: string | null;
  shelf: Shelf;
  send: (questionKey: string, entry: Entry) => Promise<Standing>;
  now?: () => number;
};

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/**
 * The answers of one attempt in this tab: shown at once, kept in the browser before they are sent, sent one after
 * the other, and sent again until the server has said that it holds them.
 */
export class AnswerStore {
  readonly #options: Options;
  readonly #pending: PendingAnswers;
  readonly #sequences = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  readonly #ahead: number;
  #view: AttemptView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<boolean> | null = null;
  #failures = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#ahead = Date.parse(options.serverNow) - this.#now();
    this.#pending = new PendingAnswers(options.attemptId, options.shelf);
    const answers: Record<string, Answer> = {};
    for (const [key, { sequence, answer }] of Object.entries(options.saved)) {
      answers[key] = answer;
      this.#sequences.set(key, sequence);
    }
    this.#view = { answers, savedAt: options.savedAt, sync: 'idle', refusal: null, elsewhere: false };
  }

  readonly snapshot = (): AttemptView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The server's time, as far as it can be told here. */
  readonly serverTime = (): number => this.#now() + this.#ahead;

  /** Takes up what an earlier visit could not send. */
  resume(): void {
    for (const [key, entry] of this.#pending.all()) this.#adopt(key, entry);
    void this.flush();
  }

  /** Takes an answer as it is given; words being typed are sent a moment later. */
  answer(questionKey: string, answer: Answer, delay = 0): void {
    if (this.#view.sync === 'refused') return;
    const entry = { sequence: this.#nextSequence(questionKey), answer };
    this.#pending.put(questionKey, entry);
    this.#adopt(questionKey, entry);
    this.#show({ sync: this.#view.sync === 'offline' ? 'offline' : 'saving' });
    this.#flushIn(delay);
  }

  /** Another tab has put an answer into the browser's storage: it shows here too. */
  hear(key: string | null, value: string | null): void {
    const told = this.#pending.told(key, value);
    if (told && this.#adopt(...told)) this.#show({ elsewhere: true });
  }

  /** Sends what waits; true when everything has arrived. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#flushing ??= this.#sendAll().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<boolean> {
    for (;;) {
      const [next] = this.#pending.all();
      if (!next) break;
      try {
        this.#arrived(next[0], next[1], await this.#options.send(...next));
      } catch (error) {
        return this.#failed(readFailure(error));
      }
    }
    if (this.#view.sync !== 'refused') this.#show({ sync: 'idle' });
    return this.#view.sync !== 'refused';
  }

  #arrived(questionKey: string, sent: Entry, standing: Standing): void {
    this.#failures = 0;
    this.#pending.settle(questionKey, Math.max(sent.sequence, standing.sequence));
    const overtaken = standing.sequence > sent.sequence || !same(standing.answer, sent.answer);
    if (overtaken && this.#adopt(questionKey, standing)) this.#show({ elsewhere: true });
    this.#show({ savedAt: standing.savedAt });
  }

  #failed(failure: Failure): false {
    const sync = syncAfter(failure);
    if (sync === 'refused' && failure.kind === 'refused') {
      for (const [key, { sequence }] of this.#pending.all()) this.#pending.settle(key, sequence);
      this.#show({ sync, refusal: failure.key ?? failure.code });
    } else {
      this.#show({ sync });
      this.#flushIn(RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0);
      this.#failures += 1;
    }
    return false;
  }

  #adopt(questionKey: string, { sequence, answer }: Entry): boolean {
    const known = this.#sequences.get(questionKey) ?? -1;
    const tie = sequence === known && !same(answer, this.#view.answers[questionKey]);
    if (sequence < known || (sequence === known && !tie)) return false;
    this.#sequences.set(questionKey, sequence);
    this.#show({ answers: { ...this.#view.answers, [questionKey]: answer } });
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

function same(one: Answer, other: Answer | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
