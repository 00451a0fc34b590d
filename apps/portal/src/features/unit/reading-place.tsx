'use client';

import { useEffect, useRef } from 'react';
import type { api } from '#trpc/client.ts';
import { asksFor, placeIn, showPlace } from './place-in-text.ts';

type Props = {
  enrolmentId: string;
  activityId: string;
  /** The place remembered from last time. */
  anchor: string | null;
  language: string;
};

/** How long a reader rests before the place counts. */
const REST_MS = 1200;
/** What covers the top of the screen, and a little air: as `scroll-padding` of the page. */
const COVERED = 41;

/** One place after the other, over pages: the one that is left must not arrive after the one that is opened. */
let line: Promise<unknown> = Promise.resolve();

async function remember(input: Parameters<typeof api.enrolments.see.mutate>[0]) {
  const client = await import('#trpc/client.ts');
  await client.api.enrolments.see.mutate(input);
}

/**
 * Remembers where the reader is, and brings them back there: on arrival by "continue", and when the text changes
 * into another language under them.
 */
export function ReadingPlace({ enrolmentId, activityId, anchor, language }: Props) {
  const place = useRef(anchor);
  const shown = useRef(language);

  useEffect(() => {
    const text = document.getElementById('reading');
    if (text && place.current && asksFor(window.location.hash, place.current)) showPlace(text, place.current);
    let saved: string | null | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      if (saved === place.current) return;
      saved = place.current;
      const input = { commandId: crypto.randomUUID(), enrolmentId, activityId, anchor: place.current };
      line = line
        .then(() => remember(input))
        .catch(() => {
          saved = undefined;
        });
    };
    const onScroll = () => {
      // Leaving scrolls too, once this text is off the screen: that is no place in it.
      if (!text?.checkVisibility()) return;
      place.current = placeIn(text, COVERED);
      clearTimeout(timer);
      timer = setTimeout(save, REST_MS);
    };
    const onHide = () => document.visibilityState === 'hidden' && save();
    save();
    window.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('scroll', onScroll);
      document.removeEventListener('visibilitychange', onHide);
      save();
    };
  }, [enrolmentId, activityId]);

  useEffect(() => {
    const text = document.getElementById('reading');
    if (shown.current === language) return;
    shown.current = language;
    if (text && place.current && window.scrollY > 0) showPlace(text, place.current);
  }, [language]);

  return null;
}
