import type { Answer } from '@concord/api/features/quizzes/schemas';
import type { Certainty } from '@concord/api/features/quizzes/scoring/certainty';

/** What is given to a question: the answer, and how sure where that is asked. */
export type Reply = { answer: Answer; certainty: Certainty | null };

/** A reply with its place in time: of two for one question, the higher sequence stands. */
export type Entry = Reply & { sequence: number; milliseconds?: number };

/** Keeps replies that have not reached the server where a closed tab or a crash does not lose them. */
export interface Outbox {
  /** What waits to be sent, by the key of its question. */
  all(): Promise<Map<string, Entry>>;
  /** Keeps a reply unless a later one waits already. */
  put(questionKey: string, entry: Entry): Promise<void>;
  /** Forgets a reply that has arrived; a later one given meanwhile stays. */
  settle(questionKey: string, sequence: number): Promise<void>;
}

const STORE = 'answers';
/** What was not sent in this time belongs to an attempt long handed in. */
const KEPT_MS = 14 * 86_400_000;

type Row = { attemptId: string; questionKey: string; entry: Entry; at: number };

/** The outbox of one attempt in the browser's own database, which all its tabs share. */
export async function openOutbox(attemptId: string): Promise<Outbox> {
  const database = await open();
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE);
  await change(store('readwrite'), (rows) => rows.filter(({ at }) => at < Date.now() - KEPT_MS), null);
  return {
    async all() {
      const rows = await asked<Row[]>(store('readonly').getAll(range(attemptId)));
      return new Map(
        rows
          .toSorted((one, other) => one.entry.sequence - other.entry.sequence)
          .map(({ questionKey, entry }) => [questionKey, entry]),
      );
    },
    put: (questionKey, entry) =>
      change(
        store('readwrite'),
        (rows) => {
          const waiting = rows.find((row) => row.attemptId === attemptId && row.questionKey === questionKey);
          return waiting && waiting.entry.sequence >= entry.sequence ? 'keep' : 'put';
        },
        { attemptId, questionKey, entry, at: Date.now() },
      ),
    settle: (questionKey, sequence) =>
      change(
        store('readwrite'),
        (rows) =>
          rows.filter(
            (row) =>
              row.attemptId === attemptId &&
              row.questionKey === questionKey &&
              row.entry.sequence <= sequence,
          ),
        null,
      ),
  };
}

/** Reads and writes in one transaction of the browser's, so that two tabs never overwrite one another. */
async function change(
  store: IDBObjectStore,
  decide: (rows: Row[]) => Row[] | 'put' | 'keep',
  row: Row | null,
): Promise<void> {
  const { transaction } = store;
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
  const request: IDBRequest<Row[]> = store.getAll();
  request.onsuccess = () => {
    const decided = decide(request.result);
    if (decided === 'put' && row) store.put(row);
    if (Array.isArray(decided))
      for (const { attemptId, questionKey } of decided) store.delete([attemptId, questionKey]);
  };
  await done;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('concord.quiz', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: ['attemptId', 'questionKey'] });
  };
  return asked(request);
}

const range = (attemptId: string) => IDBKeyRange.bound([attemptId], [attemptId, []]);

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
