'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { PalettePage } from './choices.ts';

const PaletteDialog = dynamic(() => import('./palette-dialog.tsx').then((module) => module.PaletteDialog), {
  ssr: false,
});

/** Listens for Ctrl K (⌘ K) and for its buttons anywhere on the page; the palette itself is fetched when first wanted. */
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
    const onClick = (event: MouseEvent) => {
      if ((event.target as Element | null)?.closest?.('[data-palette]')) show();
    };
    document.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('click', onClick);
    };
  }, []);

  return open ? <PaletteDialog pages={pages} onClose={() => setOpen(false)} /> : null;
}
