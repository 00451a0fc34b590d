'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { findText } from './find-text.ts';
import type { HeldText } from './texts.ts';

/** A text and the id of the element it stands in. */
export type PlacedText = HeldText & { id: string };

/** The HTML of each text. Where one is nowhere to be found, the page is asked for again and brings it. */
export function useTexts(texts: readonly PlacedText[]): readonly string[] {
  const router = useRouter();
  const found = texts.map((text) => findText(text, text.id));
  const lost = found.includes(null);
  useEffect(() => {
    if (lost) router.refresh();
  }, [lost, router]);
  return found.map((html) => html ?? '');
}
