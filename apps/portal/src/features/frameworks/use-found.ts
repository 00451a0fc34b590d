'use client';

import { itemKinds } from '@concord/api/features/frameworks/rules';
import { useEffect, useState } from 'react';
import { api } from '#trpc/client.ts';
import type { Found } from './types.ts';

/** How long typing rests before it is asked, in milliseconds. */
const REST_MS = 200;

/** What is found for the words as they stand; an answer that was overtaken is dropped. */
export function useFound({ query, frameworkId, kind }: { query: string; frameworkId: string; kind: string }) {
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let overtaken = false;
    const timer = setTimeout(async () => {
      try {
        const known = itemKinds.find((one) => one === kind);
        const input = { query, ...(frameworkId && { frameworkId }), ...(known && { kind: known }) };
        const answer = await api.frameworks.find.query(input);
        if (overtaken) return;
        setFound(answer);
        setFailed(false);
      } catch {
        if (!overtaken) setFailed(true);
      }
    }, REST_MS);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [query, frameworkId, kind]);
  return { found, failed };
}
