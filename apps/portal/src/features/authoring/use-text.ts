'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import { api } from '#trpc/client.ts';
import { forgetLocal, keepLocal, localText } from './local-text.ts';
import type { SaveState } from './saved-line.tsx';
import type { EditedText } from './types.ts';

const PAUSE_MS = 1_200;
const RETRY_MS = 5_000;

type Of = {
  courseId: string;
  course: string;
  activity: { id: string; key: string };
  language: string;
  stored: EditedText | undefined;
  /** Of a translation: the hash of the source it is written after. */
  follows: string | null;
};

/** What somebody else kept while this was being written. */
export type Theirs = { source: string; hash: string; savedBy: string | null; savedAt: string | null };
export type TextEditing = ReturnType<typeof useText>;

/**
 * One text under work: kept on the server a moment after the last key, in the browser until then and while there is
 * no connection. When somebody else kept another text meanwhile, nothing is written over: both are shown.
 */
export function useText({ courseId, course, activity, language, stored, follows }: Of) {
  const router = useRouter();
  const place = `${activity.id}.${language}`;
  const [text, setText] = useState(stored?.source ?? '');
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState(stored?.savedAt ?? null);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [hash, setHash] = useState(stored?.hash ?? null);
  const base = useRef({ hash: stored?.hash ?? null, source: stored?.source ?? '' });
  const running = useRef(false);
  const [turn, setTurn] = useState(0);

  // What was typed and not kept before the page was left comes back once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened
  useEffect(() => {
    const local = localText(place);
    if (!local || local.text === base.current.source) return forgetLocal(place);
    setText(local.text);
    if (local.base === base.current.hash) setState('unsaved');
    else if (stored) meet({ ...stored });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a key pressed or a state reached starts the wait again
  useEffect(() => {
    if (state !== 'unsaved' && state !== 'offline') return;
    const wait = setTimeout(save, state === 'offline' ? RETRY_MS : PAUSE_MS);
    const online = () => save();
    window.addEventListener('online', online);
    return () => {
      clearTimeout(wait);
      window.removeEventListener('online', online);
    };
  }, [text, state, turn]);

  function meet(other: Theirs) {
    setTheirs(other);
    setState('conflict');
  }

  async function save(confirming = false) {
    if (running.current) return;
    running.current = true;
    setState('saving');
    const sent = text;
    try {
      const kept = await api.authoring.saveText.mutate({
        commandId: crypto.randomUUID(),
        courseId,
        activityId: activity.id,
        language,
        source: sent,
        base: base.current.hash,
        follows,
      });
      base.current = { hash: kept.hash, source: sent };
      setHash(kept.hash);
      setSavedAt(kept.savedAt);
      setState((now) => (now === 'saving' ? 'saved' : now));
      if (localText(place)?.text === sent) forgetLocal(place);
      if (confirming) router.refresh();
    } catch (error) {
      await failed(readFailure(error));
    } finally {
      running.current = false;
      setTurn((before) => before + 1);
    }
  }

  async function failed(failure: ReturnType<typeof readFailure>) {
    if (failure.kind === 'offline') return setState('offline');
    if (failure.key !== 'authoring.changedMeanwhile') return setState('refused');
    const now = await api.authoring.activity.query({ course, activity: activity.key }).catch(() => null);
    const other = now?.texts[language];
    if (other) meet(other);
    else setState('refused');
  }

  function write(next: string) {
    setText(next);
    keepLocal(place, { text: next, base: base.current.hash });
    if (state !== 'conflict') setState('unsaved');
  }

  /** Goes on from what the other kept: with one's own text, or with theirs. */
  function settle(mine: boolean) {
    if (!theirs) return;
    base.current = { hash: theirs.hash, source: theirs.source };
    setTheirs(null);
    if (mine) return setState('unsaved');
    setText(theirs.source);
    setSavedAt(theirs.savedAt);
    setState('saved');
    forgetLocal(place);
  }

  return { text, hash, write, state, savedAt, theirs, settle, confirm: () => save(true) };
}
