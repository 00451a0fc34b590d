'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { useReorder } from '#components/use-reorder.ts';
import { ChoiceText } from '../choice-text.tsx';
import type { Part } from '../types.ts';
import { type InputProps, plain } from './input.ts';

/** Things to put in order: by buttons, or by dragging where there is a mouse. Each move is told. */
export function Ordering({ question, answer, language, onAnswer }: InputProps<'ordering'>) {
  const t = useTranslations('quiz');
  const [said, setSaid] = useState('');
  const given = answer && 'order' in answer ? answer.order : [];
  const items = arranged(question.items, given);
  const keys = items.map(({ key }) => key);

  const { list, dragged, row, step } = useReorder<HTMLOListElement>(keys, (order, { key, to }) => {
    onAnswer({ order });
    const item = items.find((one) => one.key === key);
    setSaid(t('moved', { item: plain(item?.text ?? ''), place: to + 1, total: keys.length }));
  });

  return (
    <>
      <ol ref={list} lang={language} className="flex max-w-measure flex-col gap-2.5">
        {items.map(({ key, text }, index) => (
          <li
            key={key}
            {...row(key, index)}
            className={cx(
              'flex cursor-grab items-center gap-3 rounded-md border border-line-strong bg-raised px-4 py-2',
              dragged === key && 'opacity-50',
            )}
          >
            <span aria-hidden="true" className="w-5 flex-none text-ink-2 tabular-nums">
              {index + 1}
            </span>
            <span className="min-w-0 grow text-lg">
              <ChoiceText html={text} />
            </span>
            <span className="flex flex-none gap-1.5">
              {([-1, 1] as const).map((by) => (
                <Button
                  key={by}
                  size="small"
                  data-move={`${key}:${by}`}
                  aria-disabled={by < 0 ? index === 0 : index === items.length - 1}
                  aria-label={t(by < 0 ? 'moveUp' : 'moveDown', { item: plain(text) })}
                  onClick={() => step(key, by)}
                >
                  <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {given.length === 0 ? (
        <p className="mt-3 flex max-w-measure flex-wrap items-center gap-3 text-sm text-ink-2">
          {t('notOrdered')}
          <Button size="small" onClick={() => onAnswer({ order: keys })}>
            {t('keepOrder')}
          </Button>
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

/** The items in the order given; what it does not name stays at the end. */
function arranged(items: readonly Part[], order: readonly string[]): Part[] {
  const named = order.flatMap((key) => items.find((item) => item.key === key) ?? []);
  return [...named, ...items.filter(({ key }) => !order.includes(key))];
}
