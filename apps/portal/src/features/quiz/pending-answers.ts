import type { Answer } from '@concord/api/features/quizzes/schemas';

/** An answer with its place in time: of two for one question, the higher sequence stands. */
export type Entry = { sequence: number; answer: Answer };

/** What of the browser's storage is used; a browser that refuses it gets a plain map instead. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'concord.quiz.';

/**
 * Answers that have not reached the server, kept where a closed tab or a crash does not lose them. Each question
 * has its own item, so that two tabs never overwrite each other's.
 */
export class PendingAnswers {
  readonly #prefix: string;
  readonly #shelf: Shelf;
  readonly #memory = new Map<string, string>();

  constructor(attemptId: string, shelf: Shelf) {
    this.#prefix = `${PREFIX}${attemptId}.`;
    this.#shelf = shelf;
  }

  /** What waits to be sent, by the key of its question. */
  all(): Map<string, Entry> {
    const found = new Map<string, Entry>();
    for (const [key, value] of this.#memory) this.#take(found, key, value);
    for (const key of keysOf(this.#shelf)) this.#take(found, key, this.#shelf.getItem(key));
    return found;
  }

  /** Keeps an answer unless a later one waits already. */
  put(questionKey: string, entry: Entry): void {
    const waiting = this.all().get(questionKey);
    if (waiting && waiting.sequence >= entry.sequence) return;
    const value = JSON.stringify(entry);
    try {
      this.#shelf.setItem(this.#prefix + questionKey, value);
    } catch {
      this.#memory.set(this.#prefix + questionKey, value);
    }
  }

  /** Forgets an answer that has arrived; a later one given meanwhile stays. */
  settle(questionKey: string, sequence: number): void {
    const waiting = this.all().get(questionKey);
    if (!waiting || waiting.sequence > sequence) return;
    this.#memory.delete(this.#prefix + questionKey);
    this.#shelf.removeItem(this.#prefix + questionKey);
  }

  /** The question and answer another tab has just put, told by the browser's storage event. */
  told(key: string | null, value: string | null): [string, Entry] | null {
    const entry = key?.startsWith(this.#prefix) ? read(value) : null;
    return entry === null || key === null ? null : [key.slice(this.#prefix.length), entry];
  }

  #take(into: Map<string, Entry>, key: string, value: string | null): void {
    if (!key.startsWith(this.#prefix)) return;
    const entry = read(value);
    if (entry !== null) into.set(key.slice(this.#prefix.length), entry);
  }
}

/** Forgets what other attempts left behind: they are handed in, or another person's. */
export function forgetOtherAttempts(attemptId: string, shelf: Shelf): void {
  for (const key of keysOf(shelf)) {
    if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${attemptId}.`)) shelf.removeItem(key);
  }
}

function keysOf(shelf: Shelf): string[] {
  return Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
}

function read(value: string | null): Entry | null {
  try {
    const entry: unknown = JSON.parse(value ?? 'null');
    return isEntry(entry) ? entry : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { sequence, answer } = value as Partial<Entry>;
  return Number.isInteger(sequence) && typeof answer === 'object' && answer !== null;
}
