'use client';

import { useEffect, useRef, useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import { forgetLocal, keepLocal, localText, written } from './local-text.ts';
import type { SaveState } from './saved-line.tsx';

/** How long after the last key something typed is sent. */
export const PAUSE_MS = 1_200;
const RETRY_MS = 5_000;

/** What stands on the server: the value, the name of its state, and when and by whom it was kept. */
export type Stored<Value> = {
  value: Value;
  base: string | null;
  savedAt: string | null;
  savedBy: string | null;
};

type Of<Value> = {
  /** Names what is edited, in this browser. */
  place: string;
  stored: Stored<Value>;
  /** Keeps a value that was begun from a state; another state on the server refuses it. */
  send: (value: Value, base: string | null) => Promise<{ base: string; savedAt: string | null }>;
  /** What stands on the server now, once it refused; null where that cannot be known. */
  latest: () => Promise<Stored<Value> | null>;
  /** The failure that says that somebody else kept something meanwhile. */
  refusedAs: string;
  /** How long to wait after a change, in milliseconds; null: it is sent when `save` is called, and not before. */
  pause?: number | null;
};

function readAs<Value>(text: string, like: Value): Value | null {
  if (typeof like === 'string') return text as Value;
  try {
    return { ...like, ...(JSON.parse(text) as Value) };
  } catch {
    return null;
  }
}

/**
 * One value under work: kept on the server a moment after the last key, in the browser until then and while there is no
 * connection. When somebody else kept another meanwhile, nothing is written over: both are shown.
 */
export function useKept<Value>({ place, stored, send, latest, refusedAs, pause = PAUSE_MS }: Of<Value>) {
  const [value, setValue] = useState(stored.value);
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState(stored.savedAt);
  const [theirs, setTheirs] = useState<Stored<Value> | null>(null);
  const [hash, setHash] = useState(stored.base);
  const [failure, setFailure] = useState<ReturnType<typeof readFailure> | null>(null);
  const base = useRef(stored.base);
  /** What is typed now, also between two drawings of the page. */
  const now = useRef(value);
  now.current = value;
  const running = useRef(false);
  const [turn, setTurn] = useState(0);
  /** Counts what came from elsewhere, for fields that hold their own text. */
  const [round, setRound] = useState(0);

  // What was typed and not kept before the page was left comes back once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened
  useEffect(() => {
    const local = localText(place);
    const back = local && readAs(local.text, stored.value);
    if (!local || back === null || written(back) === written(stored.value)) return forgetLocal(place);
    setValue(back);
    setRound(1);
    if (local.base === base.current) setState('unsaved');
    else meet(stored);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a key pressed or a state reached starts the wait again
  useEffect(() => {
    if (state !== 'offline' && (state !== 'unsaved' || pause === null)) return;
    const wait = setTimeout(save, state === 'offline' ? RETRY_MS : (pause ?? 0));
    const online = () => save();
    window.addEventListener('online', online);
    return () => {
      clearTimeout(wait);
      window.removeEventListener('online', online);
    };
  }, [value, state, turn]);

  // What is typed just before the page is left is sent on the way out; this browser keeps it until it is known to be there.
  const leaving = useRef<(() => void) | null>(null);
  leaving.current = state === 'unsaved' && pause !== null ? () => void save() : null;
  useEffect(() => () => leaving.current?.(), []);

  function meet(other: Stored<Value>) {
    setTheirs(other);
    setState('conflict');
  }

  async function save(): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setState('saving');
    const sent = value;
    try {
      const kept = await send(sent, base.current);
      base.current = kept.base;
      setHash(kept.base);
      setSavedAt(kept.savedAt);
      setFailure(null);
      setState((now) => (now === 'saving' ? 'saved' : now));
      if (localText(place)?.text === written(sent)) forgetLocal(place);
      return true;
    } catch (error) {
      await failed(readFailure(error));
      return false;
    } finally {
      running.current = false;
      setTurn((before) => before + 1);
    }
  }

  async function failed(reason: ReturnType<typeof readFailure>) {
    if (reason.kind === 'offline') return setState('offline');
    if (reason.key !== refusedAs) {
      setFailure(reason);
      return setState('refused');
    }
    const other = await latest().catch(() => null);
    if (!other) return setState('offline');
    // An answer that was lost on the way: what stands there is what was sent.
    if (written(other.value) === written(value)) return take(other);
    meet(other);
  }

  function take(other: Stored<Value>) {
    base.current = other.base;
    setHash(other.base);
    setSavedAt(other.savedAt);
    setState('saved');
    forgetLocal(place);
  }

  function write(change: Value | ((before: Value) => Value)) {
    const next = change instanceof Function ? change(now.current) : change;
    now.current = next;
    setValue(next);
    keepLocal(place, { text: written(next), base: base.current });
    if (state !== 'conflict') setState('unsaved');
  }

  /** Goes on from what another command has kept already. */
  function adopt(next: Value, state: string) {
    setValue(next);
    take({ value: next, base: state, savedAt: new Date().toISOString(), savedBy: null });
  }

  /** Goes on from what the other kept: with one's own, or with theirs. */
  function settle(mine: boolean) {
    if (!theirs) return;
    setTheirs(null);
    if (!mine) {
      setValue(theirs.value);
      setRound((before) => before + 1);
      return take(theirs);
    }
    base.current = theirs.base;
    setHash(theirs.base);
    // Kept anew over the state that is known now, so that leaving the page loses nothing.
    keepLocal(place, { text: written(value), base: theirs.base });
    setState('unsaved');
    // To choose one's own is to say that it be saved.
    if (pause === null) void save();
  }

  return { value, hash, write, state, savedAt, theirs, settle, save, adopt, failure, round };
}
