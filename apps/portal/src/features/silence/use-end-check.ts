'use client';

import { useEffect, useState } from 'react';
import { api } from '#trpc/client.ts';
import type { Wall } from './end-fields.tsx';
import type { EndCheck } from './types.ts';

const PAUSE_MS = 250;

/** What the server makes of an end as it is typed; null while it is asked, and where the day or the time is not whole. */
export function useEndCheck(textId: string, { day, time }: Wall): EndCheck | null {
  const [known, setKnown] = useState<{ asked: string; check: EndCheck | null } | null>(null);
  const asked = `${day} ${time}`;
  useEffect(() => {
    const wait = setTimeout(async () => {
      const until = { day, time: time.slice(0, 5) };
      const check = await api.silence.checkEnd.query({ textId, until }).catch(() => null);
      setKnown({ asked: `${day} ${time}`, check });
    }, PAUSE_MS);
    return () => clearTimeout(wait);
  }, [textId, day, time]);
  return known?.asked === asked ? known.check : null;
}
