'use client';

import type { Mentioned } from '@concord/api/features/contributions/rules';
import { useEffect, useState } from 'react';
import { api } from '#trpc/client.ts';

/** The people who may read a thread and whose name begins so; null while nobody is being named. */
export function useMentionable(threadId: string, query: string | null): Mentioned[] | null {
  const [found, setFound] = useState<Mentioned[] | null>(null);
  useEffect(() => {
    if (query === null) return setFound(null);
    let current = true;
    const wait = setTimeout(() => {
      api.threads.mentionable
        .query({ threadId, query })
        .then(({ people }) => current && setFound(people))
        .catch(() => current && setFound(null));
    }, 120);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [threadId, query]);
  return found;
}
