'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useLive } from '#realtime/use-live.ts';
import { api } from '#trpc/client.ts';

type Props = { threadId: string; lastId: string | null; unread: number };

/** Keeps an open thread true: fetches what others write, and notes how far the person has read while looking. */
export function LiveThread({ threadId, lastId, unread }: Props) {
  const router = useRouter();
  const noted = useRef<string | null>(null);
  useLive(`thread:${threadId}`, () => router.refresh());

  useEffect(() => {
    if (lastId === null) return;
    const note = () => {
      if (document.visibilityState !== 'visible' || noted.current === lastId || unread === 0) return;
      noted.current = lastId;
      const input = { commandId: crypto.randomUUID(), threadId, contributionId: lastId };
      api.threads.markRead.mutate(input).catch(() => {
        noted.current = null;
      });
    };
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [threadId, lastId, unread]);

  return null;
}
