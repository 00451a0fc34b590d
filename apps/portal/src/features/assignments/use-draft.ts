'use client';

import { useEffect, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import { forgetLocal, keepLocal, localText } from '#features/authoring/local-text.ts';
import type { SaveState } from '#features/authoring/saved-line.tsx';
import { api } from '#trpc/client.ts';
import type { Submission } from './types.ts';

const PAUSE_MS = 1200;
const AGAIN_MS = 5000;
type File = { fileId: string; name: string };
type At = { enrolmentId: string; activityId: string };

/**
 * Work as it is being written: kept a moment after the last key, and in this browser until then; tried again while the
 * line is cut. What was typed and not kept before the page was left comes back, unless another browser went on since.
 */
export function useDraft(at: At, draft: Submission | null, before: string) {
  const [text, setText] = useState(draft?.text ?? before);
  const [files, setFiles] = useState<File[]>(draft?.files ?? []);
  const [savedAt, setSavedAt] = useState(draft?.savedAt ?? null);
  const [state, setState] = useState<SaveState>('saved');
  const sequence = useRef(draft?.sequence ?? 0);
  const known = useRef(String(draft?.sequence ?? 0));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const place = `work.${at.enrolmentId}.${at.activityId}`;
  useEffect(() => () => clearTimeout(timer.current), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened
  useEffect(() => {
    const local = localText(place);
    if (local && local.base === known.current && local.text !== text) change({ text: local.text });
    else forgetLocal(place);
  }, []);

  async function save(now: { text: string; files: File[] }, mine: number) {
    setState('saving');
    try {
      const fileIds = now.files.map(({ fileId }) => fileId);
      const kept = await api.assignments.save.mutate({ ...at, text: now.text, fileIds, sequence: mine });
      if (sequence.current !== mine) return;
      known.current = String(kept.sequence);
      if (localText(place)?.text === now.text) forgetLocal(place);
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
    keepLocal(place, { text: now.text, base: known.current });
    setState('unsaved');
    sequence.current += 1;
    const mine = sequence.current;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => save(now, mine), PAUSE_MS);
  }

  const stop = () => clearTimeout(timer.current);
  return { text, files, savedAt, state, change, sequence, stop, handedIn: () => forgetLocal(place) };
}
