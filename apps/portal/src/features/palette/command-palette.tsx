'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { PalettePage } from './choices.ts';
import { openPaletteEvent } from './palette-button.tsx';

const PaletteDialog = dynamic(() => import('./palette-dialog.tsx').then((module) => module.PaletteDialog), {
  ssr: false,
});

/** Listens for Ctrl K (⌘ K); the palette itself is fetched when it is first wanted. */
export function CommandPalette({ pages }: { pages: readonly PalettePage[] }) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener(openPaletteEvent, show);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener(openPaletteEvent, show);
    };
  }, []);

  return open ? <PaletteDialog pages={pages} onClose={() => setOpen(false)} /> : null;
}
