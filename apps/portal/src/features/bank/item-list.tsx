'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { moved } from './edit-body.ts';

type Props<Item> = {
  /** What each item is called, with its number: "Choice 2". */
  name: (number: number) => string;
  legend: string;
  hint?: string;
  items: readonly Item[];
  keyOf: (item: Item, index: number) => string;
  onChange: (items: Item[]) => void;
  make: () => Item;
  addLabel: string;
  least?: number;
  most?: number;
  children: (item: Item, index: number, replace: (item: Item) => void) => ReactNode;
};

/** Things in an order: added, taken out and moved by keyboard; a new one takes the focus. */
export function ItemList<Item>(props: Props<Item>) {
  const { items, legend, hint, least = 1, most = 30, onChange, make, addLabel } = props;
  const list = useRef<HTMLOListElement>(null);
  const added = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the number of items has changed
  useEffect(() => {
    if (added.current) list.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea')?.focus();
    added.current = false;
  }, [items.length]);

  function add() {
    added.current = true;
    onChange([...items, make()]);
  }

  return (
    <fieldset>
      <legend className="mb-1 text-lg font-semibold">{legend}</legend>
      {hint ? <p className="mb-2 max-w-measure text-sm text-ink-2">{hint}</p> : null}
      <ol ref={list} className="flex flex-col gap-3">
        {items.map((item, index) => (
          <Row
            key={props.keyOf(item, index)}
            props={props}
            item={item}
            index={index}
            removable={items.length > least}
          />
        ))}
      </ol>
      {items.length < most ? (
        <Button className="mt-3" size="small" onClick={add}>
          {addLabel}
        </Button>
      ) : null}
    </fieldset>
  );
}

type RowProps<Item> = { props: Props<Item>; item: Item; index: number; removable: boolean };

function Row<Item>({ props, item, index, removable }: RowProps<Item>) {
  const t = useTranslations('bank.editor');
  const { items, onChange } = props;
  const name = props.name(index + 1);
  const replace = (next: Item) => onChange(items.map((one, at) => (at === index ? next : one)));
  return (
    <li className="rounded-md border border-line-strong px-4 py-3">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm font-semibold text-ink-2">{name}</span>
        <span className="flex gap-1">
          <Button
            size="small"
            look="quiet"
            disabled={index === 0}
            aria-label={t('up', { name })}
            onClick={() => onChange(moved(items, index, -1))}
          >
            ↑
          </Button>
          <Button
            size="small"
            look="quiet"
            disabled={index === items.length - 1}
            aria-label={t('down', { name })}
            onClick={() => onChange(moved(items, index, 1))}
          >
            ↓
          </Button>
          {removable ? (
            <Button
              size="small"
              look="quiet"
              aria-label={t('remove', { name })}
              onClick={() => onChange(items.filter((_, at) => at !== index))}
            >
              ✕
            </Button>
          ) : null}
        </span>
      </div>
      <div className="flex flex-col gap-3">{props.children(item, index, replace)}</div>
    </li>
  );
}
