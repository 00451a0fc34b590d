'use client';

import { useEffect, useState } from 'react';

/** Milliseconds left until the end by the server's clock, each second anew; null without an end. */
export function useTimeLeft(
  endsAt: string | null,
  serverNow: string,
  serverTime: () => number,
): number | null {
  const end = endsAt === null ? null : Date.parse(endsAt);
  // The first value is the server's own, so that the page's first drawing is the same on both sides.
  const [now, setNow] = useState(() => Date.parse(serverNow));
  useEffect(() => {
    if (end === null) return;
    const timer = setInterval(() => setNow(serverTime()), 1000);
    return () => clearInterval(timer);
  }, [end, serverTime]);
  return end === null ? null : Math.max(0, end - now);
}
