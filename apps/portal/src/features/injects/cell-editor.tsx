'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { cx } from '#components/ui/cx.ts';
import { controlLook } from '#components/ui/field.tsx';
import { type Column, choicesOf, type Say } from './columns.ts';
import type { Inject, Names } from './types.ts';

type Props = {
  column: Column;
  inject: Inject;
  names: Names;
  say: Say;
  label: string;
  draft: string;
  problem?: string;
  onDraft: (draft: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** The focus left what is typed in. */
  onLeave: () => void;
};

const small = cx(controlLook, 'min-h-8 px-2 py-1 text-sm');

/** What is typed or chosen in a cell, over the cell. */
export function CellEditor({ onKeyDown, onLeave, problem, ...props }: Props) {
  const t = useTranslations('injects.grid');
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const control = box.current?.querySelector<HTMLElement>('input, textarea, select');
    control?.focus();
    if (control instanceof HTMLTextAreaElement)
      control.setSelectionRange(control.value.length, control.value.length);
  }, []);
  const wide = props.column.kind === 'text' ? 'w-96 max-w-[80vw]' : 'w-max min-w-full max-w-80';
  return (
    <fieldset
      ref={box}
      aria-label={props.label}
      className={cx(
        'absolute -top-px left-0 z-20 rounded-md border border-accent bg-raised p-1 shadow-float',
        wide,
      )}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      <Control {...props} invalid={problem !== undefined} />
      {problem ? (
        <p role="alert" className="mt-1 max-w-72 px-1 text-sm font-semibold text-bad">
          {problem}
        </p>
      ) : null}
      {props.column.kind === 'text' ? <p className="px-1 pt-1 text-xs text-ink-2">{t('newLine')}</p> : null}
    </fieldset>
  );
}

type ControlProps = Omit<Props, 'onKeyDown' | 'onLeave' | 'problem'> & { invalid: boolean };

function Control({ column, inject, names, say, label, draft, invalid, onDraft }: ControlProps) {
  if (column.kind === 'choice')
    return (
      <select
        aria-label={label}
        className={small}
        value={draft}
        onChange={(event) => onDraft(event.target.value)}
      >
        {choicesOf(column.key, inject, names, say).map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  if (column.kind === 'teams') return <Teams names={names} label={label} draft={draft} onDraft={onDraft} />;
  const all = {
    ...{ 'aria-label': label, 'aria-invalid': invalid || undefined, value: draft },
    onChange: (event: { target: { value: string } }) => onDraft(event.target.value),
  };
  return column.kind === 'text' ? (
    <textarea rows={5} {...all} className={cx(small, 'field-sizing-content max-h-80 min-h-28')} />
  ) : (
    <input type="text" autoComplete="off" {...all} className={small} />
  );
}

function Teams({
  names,
  label,
  draft,
  onDraft,
}: Pick<ControlProps, 'names' | 'label' | 'draft' | 'onDraft'>) {
  const chosen = new Set(draft.split(' '));
  return (
    <fieldset className="max-h-72 overflow-y-auto px-1">
      <legend className="sr-only">{label}</legend>
      {names.teams.map(({ id, name }) => (
        <Checkbox
          key={id}
          checked={chosen.has(id)}
          onChange={(event) => {
            const next = names.teams.filter((team) =>
              team.id === id ? event.target.checked : chosen.has(team.id),
            );
            onDraft(next.map((team) => team.id).join(' '));
          }}
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}
