'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '#trpc/client.ts';
import { AnswerStore, type AttemptView } from './answer-store.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { type Entry, openOutbox } from './outbox.ts';
import type { OpenAttempt, QuizPlace } from './types.ts';

/** A reply given in another tab; or, from a tab that is there now, the question what it missed while it was loading. */
type Told = { questionKey: string; entry: Entry } | 'missed';

/** The answers of an attempt, kept in step with the browser's database, its other tabs and the server. */
export function useAnswerStore(
  attempt: OpenAttempt,
  serverNow: string,
  at: QuizPlace,
): [AnswerStore, AttemptView] {
  const [channel] = useState(() => channelOf(attempt.id));
  const [store] = useState(
    () =>
      new AnswerStore({
        startedAt: attempt.startedAt,
        serverNow,
        saved: attempt.answers,
        savedAt: latest(Object.values(attempt.answers).map(({ savedAt }) => savedAt)),
        tell: (questionKey, entry) => channel?.postMessage({ questionKey, entry } satisfies Told),
        send: (questionKey, entry) =>
          api.quizzes.save.mutate({ attemptId: attempt.id, questionKey, ...entry }),
        look: async () => {
          const { open } = await api.quizzes.state.query(at);
          return open?.id === attempt.id ? open.answers : null;
        },
      }),
  );
  useEffect(() => {
    void openOutbox(attempt.id)
      .catch(() => memoryOutbox())
      .then((outbox) => store.resume(outbox));
    const tell = (told: Told) => channel?.postMessage(told);
    const hear = ({ data }: MessageEvent<Told>) => {
      if (data !== 'missed') return store.hear(data.questionKey, data.entry);
      for (const [questionKey, entry] of store.held()) tell({ questionKey, entry });
    };
    channel?.addEventListener('message', hear);
    tell('missed');
    const flush = () => void store.flush();
    window.addEventListener('pagehide', flush);
    // Whoever comes back to this device may have gone on at another meanwhile.
    const look = () => void (document.visibilityState === 'visible' && store.look());
    for (const name of ['online', 'focus']) window.addEventListener(name, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      channel?.removeEventListener('message', hear);
      window.removeEventListener('pagehide', flush);
      for (const name of ['online', 'focus']) window.removeEventListener(name, look);
      document.removeEventListener('visibilitychange', look);
      store.stop();
    };
  }, [attempt.id, channel, store]);
  return [store, useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot)];
}

function channelOf(attemptId: string): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' || typeof window === 'undefined'
    ? null
    : new BroadcastChannel(`concord.quiz.${attemptId}`);
}

function latest(instants: readonly string[]): string | null {
  return [...instants].sort().at(-1) ?? null;
}
