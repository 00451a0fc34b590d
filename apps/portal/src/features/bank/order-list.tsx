'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

type Props = { items: readonly { key: string; label: string }[]; onMove: (from: number, by: -1 | 1) => void };

/** Things to put in order, each moved by its own two buttons. */
export function OrderList({ items, onMove }: Props) {
  const t = useTranslations('bank.editor');
  return (
    <ol className="flex flex-col gap-2">
      {items.map(({ key, label }, index) => (
        <li
          key={key}
          className="flex items-center justify-between gap-3 rounded-md border border-line px-3 py-1.5"
        >
          <span className="wrap-anywhere">{label}</span>
          <span className="flex flex-none gap-1">
            <Button
              size="small"
              look="quiet"
              disabled={index === 0}
              aria-label={t('up', { name: label })}
              onClick={() => onMove(index, -1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              look="quiet"
              disabled={index === items.length - 1}
              aria-label={t('down', { name: label })}
              onClick={() => onMove(index, 1)}
            >
              ↓
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}
