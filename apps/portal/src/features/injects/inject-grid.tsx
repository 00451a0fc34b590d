'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Locale } from '#i18n/locales.ts';
import { columns, draftOf, type Key, moved, type Say } from './columns.ts';
import { GridRow } from './grid-row.tsx';
import type { Conflict, Inject, Names } from './types.ts';
import { type Editing, useCells } from './use-cells.ts';

type Props = { injects: readonly Inject[]; conflicts: readonly Conflict[]; names: Names; canWrite: boolean };
type At = { injectId: string; key: Key };

/**
 * The list as a grid of cells. Arrows go from cell to cell, Enter or typing opens one, Enter or Tab saves it, Escape
 * leaves it as it was; Tab outside a cell that is open leaves the grid.
 */
export function InjectGrid({ injects, conflicts, names, canWrite }: Props) {
  const t = useTranslations('injects');
  const locale = useLocale() as Locale;
  const { rows, editing, setEditing, save, command } = useCells(injects);
  const [at, setAt] = useState<At | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const wanted = useRef(false);
  const say: Say = { status: (key) => t(`statuses.${key}`), trigger: (key) => t(`triggers.${key}`) };
  const here = {
    row: Math.max(
      0,
      rows.findIndex(({ id }) => id === at?.injectId),
    ),
    column: Math.max(
      0,
      columns.findIndex(({ key }) => key === at?.key),
    ),
  };

  // The cell that was gone to has the focus once it is drawn, wherever its row is now.
  useEffect(() => {
    if (!wanted.current || editing) return;
    wanted.current = false;
    grid.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  });

  function go(row: number, column: number): At | null {
    const [inject, target] = [rows[row], columns[column]];
    if (!inject || !target) return null;
    const next = { injectId: inject.id, key: target.key };
    wanted.current = true;
    setAt(next);
    return next;
  }

  function open(target: At, draft?: string): void {
    const inject = rows.find(({ id }) => id === target.injectId);
    const column = columns.find(({ key }) => key === target.key);
    if (!canWrite || !inject || !column || column.kind === 'derived') return;
    setAt(target);
    setEditing({ ...target, draft: draft ?? draftOf(inject, target.key) });
  }

  function saveOpen(typed: Editing): boolean {
    const inject = rows.find(({ id }) => id === typed.injectId);
    return inject ? save(inject, typed) : true;
  }

  function onEditorKey(event: KeyboardEvent): void {
    if (!editing || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Escape') {
      wanted.current = true;
      setEditing(null);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (saveOpen(editing)) go(Math.min(rows.length - 1, here.row + 1), here.column);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      if (!saveOpen(editing)) return;
      const next = go(here.row, nextEditable(here.column, event.shiftKey ? -1 : 1));
      if (next) open(next);
    }
  }

  function onGridKey(event: KeyboardEvent): void {
    if (editing || !at) return;
    const next = moved(here, event.key, rows.length, event.ctrlKey || event.metaKey);
    const column = columns[here.column];
    if (next) {
      event.preventDefault();
      go(next.row, next.column);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      open(at);
    } else if (isTyped(event) && (column?.kind === 'line' || column?.kind === 'text')) {
      event.preventDefault();
      open(at, event.key);
    }
  }

  return (
    <>
      <p
        role="status"
        className={command.message || command.entries.length > 0 ? 'mb-2 font-semibold text-bad' : 'sr-only'}
      >
        {command.message ?? command.entries.map(({ message }) => message).join(' ')}
      </p>
      <section
        aria-label={t('grid.label')}
        className="relative max-h-[75vh] overflow-auto border border-line"
      >
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table gone through by arrows
          role="grid"
          aria-label={t('grid.label')}
          aria-describedby="grid-keys"
          aria-readonly={!canWrite}
          className="w-max min-w-full border-collapse text-left text-sm"
          onKeyDown={onGridKey}
        >
          <Heads />
          <tbody>
            {rows.map((inject, row) => (
              <GridRow
                key={inject.id}
                inject={inject}
                conflicts={conflicts.filter(({ injectId }) => injectId === inject.id)}
                names={names}
                say={say}
                locale={locale}
                active={here.row === row ? (columns[here.column]?.key ?? null) : null}
                editing={editing?.injectId === inject.id ? editing : null}
                onSelect={(key) => setAt({ injectId: inject.id, key })}
                onOpen={(key) => open({ injectId: inject.id, key })}
                onDraft={(draft) =>
                  setEditing((before) => before && { ...before, draft, problem: undefined })
                }
                onEditorKey={onEditorKey}
                onLeave={() => editing && saveOpen(editing)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p id="grid-keys" className="mt-2 text-sm text-ink-2">
        {canWrite ? t('grid.keys') : t('grid.readOnly')}
      </p>
    </>
  );
}

function Heads() {
  const t = useTranslations('injects.columns');
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className="sticky top-0 left-0 z-30 border-r border-b border-line-strong bg-wash px-2 py-1.5"
        >
          {t('number')}
        </th>
        {columns.map(({ key }) => (
          <th
            key={key}
            scope="col"
            className="sticky top-0 z-10 border-b border-line-strong bg-wash px-2 py-1.5 whitespace-nowrap text-ink-2"
          >
            {t(key)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function nextEditable(column: number, step: 1 | -1): number {
  let next = column + step;
  while (columns[next]?.kind === 'derived') next += step;
  return Math.max(0, Math.min(columns.length - 1, next));
}

function isTyped(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
