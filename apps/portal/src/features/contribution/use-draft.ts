'use client';

import { useEffect, useRef, useState } from 'react';
import { api } from '#trpc/client.ts';

const PAUSE_MS = 1_500;

export type DraftState = { savedAt: string | null; failed: boolean };

/** Keeps a text on the server a moment after the last key, and says when it was kept. */
export function useDraft(threadId: string, text: string, start: { text: string; savedAt: string | null }) {
  const [state, setState] = useState<DraftState>({ savedAt: start.savedAt, failed: false });
  const kept = useRef(start.text);

  useEffect(() => {
    if (text === kept.current) return;
    const wait = setTimeout(async () => {
      try {
        const saved = await api.contributions.saveDraft.mutate({
          commandId: crypto.randomUUID(),
          threadId,
          text,
        });
        kept.current = text;
        setState({ savedAt: text.trim() === '' ? null : saved.savedAt, failed: false });
      } catch {
        setState((before) => ({ ...before, failed: true }));
      }
    }, PAUSE_MS);
    return () => clearTimeout(wait);
  }, [threadId, text]);

  return {
    ...state,
    /** The text was sent or given up: nothing is kept any more. */
    forget: () => {
      kept.current = '';
      setState({ savedAt: null, failed: false });
    },
  };
}
