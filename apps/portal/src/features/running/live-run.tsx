'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useLive } from '#realtime/use-live.ts';

const LOOK_MS = 20_000;
const GATHER_MS = 200;
/** A thousand pages that hear of one thing do not all ask in the same moment. */
const SPREAD_MS = 800;

/** Keeps a page of a running exercise true: on news, and every so often without, should nobody bring any. */
export function LiveRun({ topic }: { topic: string }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(topic, () => {
    // One look answers all that is heard until then; news that never stop do not put it off.
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        router.refresh();
      },
      GATHER_MS + Math.random() * SPREAD_MS,
    );
  });
  useEffect(() => {
    const looking = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, LOOK_MS);
    return () => {
      clearInterval(looking);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [router]);
  return null;
}
