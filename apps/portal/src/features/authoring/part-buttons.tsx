'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Button } from '#components/ui/button.tsx';

type Props = {
  id: string;
  title: string;
  onMove: (step: 'up' | 'down', focus: string) => void;
  onRemove: () => void;
};

/** Up, down, out: each a button that names its part; Alt with an arrow does the same from any of them. */
export function PartButtons({ id, title, onMove, onRemove }: Props) {
  const t = useTranslations('authoring.outline');

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const focus = event.target instanceof HTMLElement ? event.target.id : '';
    onMove(event.key === 'ArrowUp' ? 'up' : 'down', focus);
  }

  return (
    <div
      role="toolbar"
      aria-label={t('placeOf', { title })}
      aria-describedby="outline-keys"
      onKeyDown={onKeyDown}
      className="flex gap-1"
    >
      {(['up', 'down'] as const).map((step) => (
        <Button
          key={step}
          id={`${step}-${id}`}
          size="small"
          aria-label={t(step, { title })}
          title={t(step, { title })}
          onClick={() => onMove(step, `${step}-${id}`)}
        >
          <span aria-hidden="true">{step === 'up' ? '↑' : '↓'}</span>
        </Button>
      ))}
      <Button
        id={`remove-${id}`}
        size="small"
        look="danger"
        aria-label={t('remove', { title })}
        title={t('remove', { title })}
        onClick={onRemove}
      >
        <span aria-hidden="true">✕</span>
      </Button>
    </div>
  );
}
