'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { type Entry, enter, leaveForProvider, type Way } from './enter.ts';
import { enterByPasskey } from './passkey.ts';

/** Runs one way in at a time, and puts a refusal into words. */
export function useEntry() {
  const words = useTranslations('errors') as unknown as ErrorWords;
  const running = useRef(false);
  const [state, setState] = useState({ pending: false, attempt: 0, message: null as string | null });

  const run = (way: Way, fields: Record<string, string>) => once(() => enter(way, fields));

  const byPasskey = (way: 'passkey' | 'step-up') => once(() => enterByPasskey(way));

  /** Leaves for the identity provider; comes back here only when that fails. */
  async function leave(callbackUrl: string, again?: boolean): Promise<void> {
    const entry = await once(() => leaveForProvider(callbackUrl, again));
    if (!entry.ok) refuse(entry.key);
  }

  async function once(act: () => Promise<Entry>): Promise<Entry> {
    if (running.current) return { ok: false, key: 'pending' };
    running.current = true;
    setState((before) => ({ ...before, pending: true }));
    const entry = await act();
    running.current = false;
    setState((before) => ({ pending: entry.ok, attempt: before.attempt + 1, message: null }));
    return entry;
  }

  /** Shows why it was refused. */
  function refuse(key: string) {
    const { message } = failureWords({ kind: 'refused', code: 'unknown', key, fields: [] }, words);
    setState((before) => ({ ...before, pending: false, message }));
  }

  return { ...state, run, byPasskey, leave, refuse };
}
