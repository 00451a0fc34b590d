'use client';

import type { Writing } from '@concord/api/features/texts/writing';
import { useEffect, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import type { SaveState } from '#features/authoring/saved-line.tsx';
import { api } from '#trpc/client.ts';

const PAUSE_MS = 1_200;
const RETRY_MS = 5_000;

/** Keeps what the chair writes on the server a moment after the last key, and says when it last did. */
export function useVersionDraft(textId: string, writing: Writing, first: { savedAt: string | null }) {
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState(first.savedAt);
  const sent = useRef(writing);
  const running = useRef(false);
  const stopped = useRef(false);
  const latest = useRef(writing);
  useEffect(() => {
    latest.current = writing;
  });

  async function save() {
    if (running.current || stopped.current) return;
    running.current = true;
    setState('saving');
    const draft = latest.current;
    try {
      const kept = await api.texts.saveDraft.mutate({ commandId: crypto.randomUUID(), textId, draft });
      sent.current = draft;
      setSavedAt(kept.savedAt);
      setState(latest.current === draft ? 'saved' : 'unsaved');
    } catch (error) {
      setState(readFailure(error).kind === 'offline' ? 'offline' : 'refused');
    } finally {
      running.current = false;
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a key pressed or a state reached starts the wait again
  useEffect(() => {
    if (writing === sent.current && state !== 'unsaved' && state !== 'offline') return;
    if (state === 'saving') return;
    if (state === 'saved') setState('unsaved');
    const wait = setTimeout(save, state === 'offline' ? RETRY_MS : PAUSE_MS);
    window.addEventListener('online', save);
    return () => {
      clearTimeout(wait);
      window.removeEventListener('online', save);
    };
  }, [writing, state]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current !== sent.current && !stopped.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  /** Gives the draft up: the version was made, or the chair starts afresh. */
  async function drop() {
    await api.texts.saveDraft
      .mutate({ commandId: crypto.randomUUID(), textId, draft: null })
      .catch(() => null);
    setSavedAt(null);
  }

  /** Keeps nothing more: the version has been made. */
  function stop() {
    stopped.current = true;
  }

  return { state, savedAt, drop, stop };
}
