'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type Props = {
  /** The instant from which the page says something else. */
  at: string;
  /** The database's clock when the page was made. */
  now: string;
};

/** A second after the instant the server is asked: the page itself never says what comes of it. */
const GRACE_MS = 1_000;
const TICK_MS = 1_000;

/** Fetches the page again once an instant has passed, by the server's clock: this machine's says only what has gone by. */
export function RefreshAt({ at, now }: Props) {
  const router = useRouter();
  useEffect(() => {
    const until = performance.now() + Date.parse(at) - Date.parse(now) + GRACE_MS;
    const timer = setInterval(() => {
      if (performance.now() < until) return;
      clearInterval(timer);
      router.refresh();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [at, now, router]);
  return null;
}
