'use client';

import { useEffect, useRef } from 'react';
import { listen } from './connection.ts';
import type { LiveEvent } from './events.ts';

/**
 * Calls back when something under a topic changes (`thread:<id>`, `notifications`, …). An event carries ids only:
 * fetch what they name through the API, or `router.refresh()`. After a gap in the connection the callback runs once
 * with `resumed`, since what happened meanwhile may be more than the server could repeat.
 */
export function useLive(topic: string, onEvent: (event: LiveEvent) => void): void {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => listen(topic, (event) => latest.current(event)), [topic]);
}
