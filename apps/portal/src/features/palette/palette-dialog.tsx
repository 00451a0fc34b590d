'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Choice, type PalettePage, pageChoices, searchHref, step } from './choices.ts';

type Props = { pages: readonly PalettePage[]; onClose: () => void };

/** The command palette: a field and the list it narrows, in a native dialog. */
export function PaletteDialog({ pages, onClose }: Props) {
  const t = useTranslations('palette');
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const choices = allChoices(pages, query, t('searchFor', { query: query.trim() }));
  const current = choices[active];

  useEffect(() => dialog.current?.showModal(), []);

  function go(choice: Choice | undefined) {
    if (!choice) return;
    dialog.current?.close();
    router.push(choice.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') go(current);
    else if (event.key === 'ArrowDown') setActive(step(active, 1, choices.length));
    else if (event.key === 'ArrowUp') setActive(step(active, -1, choices.length));
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, and so does Escape
    <dialog
      ref={dialog}
      aria-label={t('label')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      className="mx-auto mt-[12vh] w-[36rem] max-w-[calc(100vw-24px)] rounded-lg border border-line-strong bg-raised p-0 text-ink shadow-float"
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={current?.id}
        aria-autocomplete="list"
        aria-label={t('label')}
        placeholder={t('placeholder')}
        value={query}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="w-full border-b border-line bg-transparent px-4 py-3.5 text-lg outline-none placeholder:text-ink-3"
      />
      <PaletteList choices={choices} active={active} label={t('label')} onChoose={go} />
      <p className="flex justify-between gap-4 border-t border-line px-4 py-2 text-xs text-ink-3">
        <span>{t('hint')}</span>
        <span role="status">{t('count', { count: choices.length })}</span>
      </p>
    </dialog>
  );
}

type ListProps = {
  choices: readonly Choice[];
  active: number;
  label: string;
  onChoose: (choice: Choice) => void;
};

function PaletteList({ choices, active, label, onChoose }: ListProps) {
  return (
    <div id="palette-list" role="listbox" aria-label={label} className="max-h-[50vh] overflow-y-auto p-2">
      {choices.map((choice, index) => (
        <div
          key={choice.id}
          id={choice.id}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onClick={() => onChoose(choice)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(choice)}
          className="flex cursor-pointer items-baseline justify-between gap-4 rounded-md px-3 py-2 font-medium hover:bg-wash aria-selected:bg-accent-wash aria-selected:text-accent"
        >
          <span className="wrap-anywhere">{choice.label}</span>
          {choice.note ? <span className="text-sm text-ink-3">{choice.note}</span> : null}
        </div>
      ))}
    </div>
  );
}

function allChoices(pages: readonly PalettePage[], query: string, searchLabel: string): Choice[] {
  const found = pageChoices(pages, query);
  if (query.trim() === '') return found;
  return [...found, { id: 'palette-search', href: searchHref(query.trim()), label: searchLabel }];
}
