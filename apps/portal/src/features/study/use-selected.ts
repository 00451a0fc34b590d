'use client';

import { useEffect, useState } from 'react';
import { type Stretch, stretchOf, trimmed } from './text-ranges.ts';
import { readingText } from './use-notes.ts';

/** A press on a button takes the selection away in some browsers before the button hears of it. */
const PATIENCE_MS = 250;

/** The stretch of the text that is selected now. */
export function useSelected(): Stretch | null {
  const [selected, setSelected] = useState<Stretch | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const now = selectedNow();
      if (now) setSelected(now);
      else timer = setTimeout(() => setSelected(null), PATIENCE_MS);
    };
    // What was selected before the page was alive counts too.
    look();
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, []);
  return selected;
}

function selectedNow(): Stretch | null {
  const root = readingText();
  const selection = document.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const stretch = stretchOf(root, selection.getRangeAt(0));
  return stretch && trimmed(root.textContent ?? '', stretch);
}
