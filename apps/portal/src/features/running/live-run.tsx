'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useLive } from '#realtime/use-live.ts';

const LOOK_MS = 20_000;
const GATHER_MS = 300;

/** Keeps a page of a running exercise true: on news, and every so often without, should nobody bring any. */
export function LiveRun({ topic }: { topic: string }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(topic, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), GATHER_MS);
  });
  useEffect(() => {
    const looking = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, LOOK_MS);
    return () => {
      clearInterval(looking);
      clearTimeout(timer.current);
    };
  }, [router]);
  return null;
}
