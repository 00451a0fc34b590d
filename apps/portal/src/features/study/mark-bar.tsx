'use client';

import { useTranslations } from 'next-intl';
import type { PointerEvent } from 'react';
import { Button } from '#components/ui/button.tsx';

type Props = { disabled: boolean; onMark: () => void; onNote: () => void };

/** What can be done with the words that are selected: at the foot of the screen, clear of a phone's own menu. */
export function MarkBar({ disabled, onMark, onNote }: Props) {
  const t = useTranslations('study');
  // The selection stays while a button is pressed.
  const keep = (event: PointerEvent) => event.preventDefault();
  return (
    <div
      role="toolbar"
      aria-label={t('selected')}
      onPointerDown={keep}
      className="no-print fixed inset-x-0 bottom-[calc(var(--bottom-bar-height)+var(--marking-height)+0.75rem)] z-20 mx-auto flex w-fit gap-2 rounded-md border border-line-strong bg-raised p-2"
    >
      <Button size="small" look="primary" disabled={disabled} onClick={onMark}>
        {t('mark')}
      </Button>
      <Button size="small" disabled={disabled} onClick={onNote}>
        {t('note')}
      </Button>
    </div>
  );
}
