'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Tag } from '#components/ui/tag.tsx';
import type { Locale } from '#i18n/locales.ts';
import { CellEditor } from './cell-editor.tsx';
import { type Column, columns, type Key, type Say, shown } from './columns.ts';
import { HistoryOf } from './history-dialog.tsx';
import { statusTones } from './status-tones.ts';
import type { Conflict, Inject, Names } from './types.ts';
import type { Editing } from './use-cells.ts';

type Props = {
  inject: Inject;
  conflicts: readonly Conflict[];
  names: Names;
  say: Say;
  locale: Locale;
  /** The column of this row that has or will get the focus. */
  active: Key | null;
  editing: Editing | null;
  onSelect: (key: Key) => void;
  onOpen: (key: Key) => void;
  onDraft: (draft: string) => void;
  onEditorKey: (event: KeyboardEvent) => void;
  onLeave: () => void;
};

/** One inject: its number, what is wrong with it, and its cells. */
export function GridRow({ inject, conflicts, names, say, ...props }: Props) {
  const t = useTranslations('injects');
  const faint = inject.status === 'withdrawn' ? 'text-ink-3 line-through' : undefined;
  return (
    <tr id={`inject-${inject.number}`}>
      <th
        scope="row"
        className="sticky left-0 z-10 border-r border-b border-line border-r-line-strong bg-paper px-2 py-1.5 align-top whitespace-nowrap"
      >
        <span className="flex items-center gap-1.5">
          {inject.number}
          <HistoryOf {...{ inject, names, say, locale: props.locale }} reached={props.active !== null} />
          {conflicts.length > 0 ? (
            <span className="text-warn" title={t('grid.warnings', { count: conflicts.length })}>
              <span aria-hidden="true">▲</span>
              <span className="sr-only">{t('grid.warnings', { count: conflicts.length })}</span>
            </span>
          ) : null}
        </span>
      </th>
      {columns.map((column) => (
        <GridCell
          key={column.key}
          {...{ column, inject, names, say, ...props }}
          active={props.active === column.key}
          editing={props.editing?.key === column.key ? props.editing : null}
          faint={faint}
        />
      ))}
    </tr>
  );
}

type CellProps = Omit<Props, 'active' | 'conflicts'> & { column: Column; active: boolean; faint?: string };

function GridCell({ column, inject, names, say, locale, active, editing, faint, ...on }: CellProps) {
  const t = useTranslations('injects');
  const { key } = column;
  const words = shown(inject, key, names, say, locale);
  const label = t('grid.cell', { column: t(`columns.${key}`), number: inject.number });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of all its cells
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: in a grid, a cell of the table is one of the grid
      role="gridcell"
      tabIndex={active ? 0 : -1}
      aria-readonly={column.kind === 'derived' || undefined}
      onFocus={(event) => {
        if (event.target === event.currentTarget) on.onSelect(key);
      }}
      onClick={() => on.onSelect(key)}
      onDoubleClick={() => on.onOpen(key)}
      className={cx(
        'relative max-w-80 border-r border-b border-line px-2 py-1.5 align-top focus-visible:-outline-offset-2 focus-visible:shadow-none',
        column.look,
        faint,
      )}
    >
      {key === 'status' ? (
        <Tag tone={statusTones[inject.status]}>{words}</Tag>
      ) : (
        <span className="line-clamp-3 wrap-anywhere whitespace-pre-line">{words}</span>
      )}
      {editing ? (
        <CellEditor
          {...{ column, inject, names, say, label, draft: editing.draft }}
          problem={editing.problem ? t(`problems.${editing.problem}`) : undefined}
          onDraft={on.onDraft}
          onKeyDown={on.onEditorKey}
          onLeave={on.onLeave}
        />
      ) : null}
    </td>
  );
}
