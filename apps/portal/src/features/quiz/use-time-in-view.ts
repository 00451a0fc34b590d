'use client';

import { useEffect, useRef } from 'react';

/** How long each question has been in view, while the page itself was; told for the one in view now. */
export function useTimeInView(questionKey: string | undefined): () => number | undefined {
  const spent = useRef(new Map<string, number>());
  const since = useRef<number | null>(null);
  useEffect(() => {
    if (questionKey === undefined) return;
    const stop = () => {
      if (since.current === null) return;
      const before = spent.current.get(questionKey) ?? 0;
      spent.current.set(questionKey, before + performance.now() - since.current);
      since.current = null;
    };
    const turn = () => {
      if (document.hidden) stop();
      else since.current ??= performance.now();
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      stop();
    };
  }, [questionKey]);
  return () => {
    if (questionKey === undefined) return undefined;
    const running = since.current === null ? 0 : performance.now() - since.current;
    return Math.min(86_400_000, Math.round((spent.current.get(questionKey) ?? 0) + running));
  };
}
