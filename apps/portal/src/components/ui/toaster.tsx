'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CloseIcon } from '#components/icons.tsx';
import { type Toast, toastEvent } from './toast.ts';

const SHOWN_MS = 8000;

/** Where notices appear: one polite live region for the whole page. */
export function Toaster() {
  const t = useTranslations('common');
  const [toasts, setToasts] = useState<Toast[]>([]);

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const remove = (id: number) => setToasts((all) => all.filter((one) => one.id !== id));
    const add = (event: Event) => {
      const added = (event as CustomEvent<Toast>).detail;
      setToasts((all) => [...all.slice(-2), added]);
      timers.add(setTimeout(() => remove(added.id), SHOWN_MS));
    };
    window.addEventListener(toastEvent, add);
    return () => {
      window.removeEventListener(toastEvent, add);
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);

  return (
    <div
      role="status"
      className="no-print fixed bottom-[calc(var(--marking-height)+var(--bottom-bar-height)+16px)] right-4 z-50 flex w-80 max-w-[calc(100vw-32px)] flex-col gap-2"
    >
      {toasts.map((one) => (
        <div
          key={one.id}
          className="flex items-start justify-between gap-3 rounded-lg border border-line-strong bg-raised p-3 shadow-float"
        >
          <p>{one.message}</p>
          <button
            type="button"
            aria-label={t('dismiss')}
            onClick={() => setToasts((all) => all.filter((other) => other.id !== one.id))}
            className="grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
          >
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}
