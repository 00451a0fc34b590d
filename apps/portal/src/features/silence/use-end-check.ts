'use client';

import { useEffect, useState } from 'react';
import { api } from '#trpc/client.ts';
import type { Wall } from './end-fields.tsx';
import type { EndCheck } from './types.ts';

/** Whose end it is: of silence over a text, or of the remarks on a meeting’s summary record. */
export type EndOf = { textId: string; meetingId?: undefined } | { meetingId: string; textId?: undefined };

const PAUSE_MS = 250;

/** What the server makes of an end as it is typed; null while it is asked, and where the day or the time is not whole. */
export function useEndCheck({ textId, meetingId }: EndOf, { day, time }: Wall): EndCheck | null {
  const [known, setKnown] = useState<{ asked: string; check: EndCheck | null } | null>(null);
  const asked = `${day} ${time}`;
  useEffect(() => {
    const wait = setTimeout(async () => {
      const until = { day, time: time.slice(0, 5) };
      const asking = meetingId
        ? api.meetings.checkUntil.query({ meetingId, until })
        : api.silence.checkEnd.query({ textId: textId ?? '', until });
      const check = await asking.catch(() => null);
      setKnown({ asked: `${day} ${time}`, check });
    }, PAUSE_MS);
    return () => clearTimeout(wait);
  }, [textId, meetingId, day, time]);
  return known?.asked === asked ? known.check : null;
}
