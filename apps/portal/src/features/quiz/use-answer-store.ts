'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '#trpc/client.ts';
import { AnswerStore, type AttemptView } from './answer-store.ts';
import { forgetOtherAttempts, type Shelf } from './pending-answers.ts';
import type { OpenAttempt } from './types.ts';

/** A shelf that keeps nothing: on the server, and where the browser refuses storage. */
const noShelf: Shelf = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {
    throw new Error('Nothing is stored here.');
  },
  removeItem: () => undefined,
};

function shelf(): Shelf {
  try {
    return typeof window === 'undefined' ? noShelf : window.localStorage;
  } catch {
    return noShelf;
  }
}

/** The answers of an attempt, kept in step with the browser's storage, its other tabs and the server. */
export function useAnswerStore(attempt: OpenAttempt, serverNow: string): [AnswerStore, AttemptView] {
  const [store] = useState(
    () =>
      new AnswerStore({
        attemptId: attempt.id,
        startedAt: attempt.startedAt,
        serverNow,
        saved: attempt.answers,
        savedAt: latest(Object.values(attempt.answers).map(({ savedAt }) => savedAt)),
        shelf: shelf(),
        send: (questionKey, { sequence, answer }) =>
          api.quizzes.save.mutate({ attemptId: attempt.id, questionKey, sequence, answer }),
      }),
  );
  useEffect(() => {
    forgetOtherAttempts(attempt.id, shelf());
    store.resume();
    const hear = (event: StorageEvent) => store.hear(event.key, event.newValue);
    const flush = () => void store.flush();
    window.addEventListener('storage', hear);
    for (const name of ['online', 'focus', 'pagehide']) window.addEventListener(name, flush);
    return () => {
      window.removeEventListener('storage', hear);
      for (const name of ['online', 'focus', 'pagehide']) window.removeEventListener(name, flush);
      store.stop();
    };
  }, [attempt.id, store]);
  return [store, useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)];
}

function latest(instants: readonly string[]): string | null {
  return [...instants].sort().at(-1) ?? null;
}
