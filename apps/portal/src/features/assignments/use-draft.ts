'use client';

import { useEffect, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import type { SaveState } from '#features/authoring/saved-line.tsx';
import { api } from '#trpc/client.ts';
import type { Submission } from './types.ts';

const PAUSE_MS = 1200;
const AGAIN_MS = 5000;
type File = { fileId: string; name: string };
type At = { enrolmentId: string; activityId: string };

/** Work as it is being written: kept a moment after the last key, tried again while the line is cut. */
export function useDraft(at: At, draft: Submission | null, before: string) {
  const [text, setText] = useState(draft?.text ?? before);
  const [files, setFiles] = useState<File[]>(draft?.files ?? []);
  const [savedAt, setSavedAt] = useState(draft?.savedAt ?? null);
  const [state, setState] = useState<SaveState>('saved');
  const sequence = useRef(draft?.sequence ?? 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function save(now: { text: string; files: File[] }, mine: number) {
    setState('saving');
    try {
      const fileIds = now.files.map(({ fileId }) => fileId);
      const kept = await api.assignments.save.mutate({ ...at, text: now.text, fileIds, sequence: mine });
      if (sequence.current !== mine) return;
      setSavedAt(kept.savedAt);
      setState(kept.kept ? 'saved' : 'refused');
    } catch (error) {
      if (sequence.current !== mine) return;
      const offline = readFailure(error).kind === 'offline';
      setState(offline ? 'offline' : 'refused');
      if (offline) timer.current = setTimeout(() => save(now, mine), AGAIN_MS);
    }
  }

  function change(next: { text?: string; files?: File[] }) {
    const now = { text: next.text ?? text, files: next.files ?? files };
    setText(now.text);
    setFiles(now.files);
    setState('unsaved');
    sequence.current += 1;
    const mine = sequence.current;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => save(now, mine), PAUSE_MS);
  }

  return { text, files, savedAt, state, change, sequence, stop: () => clearTimeout(timer.current) };
}
