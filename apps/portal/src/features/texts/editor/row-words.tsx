'use client';

import type { TypedRow } from '@concord/api/features/texts/assembly';
import type { Caret } from '@concord/api/features/texts/writing';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import { controlLook } from '#components/ui/field.tsx';
import type { Dispatch } from './types.ts';

type Props = {
  row: TypedRow;
  index: number;
  number: string;
  caret: Caret | null;
  dispatch: Dispatch;
};

/** The id of the field of a row, which links lead to. */
export const rowFieldId = (rowId: string) => `row-${rowId}`;

/** The words of a paragraph, brackets as the chair types them, with the keys that cut, join and move it. */
export function RowWords({ row, index, number, caret, dispatch }: Props) {
  const t = useTranslations('texts.editor');
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const element = field.current;
    if (!caret || !element) return;
    element.focus();
    const at = caret.at === 'end' ? element.value.length : caret.at;
    element.setSelectionRange(at, at);
  }, [caret]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    const done = keyStep(event, row, index, dispatch) || walk(event);
    if (done) event.preventDefault();
  }

  return (
    <textarea
      dir="auto"
      ref={field}
      id={rowFieldId(row.id)}
      rows={1}
      value={row.typed}
      aria-label={number ? t('paragraph', { number }) : t(`kinds.${row.kind}`)}
      aria-describedby="row-keys"
      onChange={(event) => dispatch({ do: 'type', id: row.id, typed: event.target.value })}
      onKeyDown={onKeyDown}
      className={cx(
        controlLook,
        'field-sizing-content resize-none text-[1.03rem] leading-[1.55]',
        row.kind === 'heading' && 'font-semibold',
      )}
    />
  );
}

/** What a key does to the rows; whether it did something. */
function keyStep(
  event: KeyboardEvent<HTMLTextAreaElement>,
  row: TypedRow,
  index: number,
  dispatch: Dispatch,
): boolean {
  const { key, altKey, shiftKey } = event;
  const { selectionStart, selectionEnd } = event.currentTarget;
  const command = event.ctrlKey || event.metaKey;
  if (command && key.toLowerCase() === 'z') dispatch({ do: shiftKey ? 'redo' : 'undo' });
  else if (command && key.toLowerCase() === 'y') dispatch({ do: 'redo' });
  else if (altKey && key === 'ArrowUp') dispatch({ do: 'move', id: row.id, to: index - 1 });
  else if (altKey && key === 'ArrowDown') dispatch({ do: 'move', id: row.id, to: index + 1 });
  else if (altKey && key === 'Delete') dispatch({ do: 'remove', id: row.id });
  else if (key === 'Enter' && !shiftKey && !command && !altKey)
    dispatch({ do: 'split', id: row.id, at: selectionStart, newId: crypto.randomUUID() });
  else if (key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && index > 0)
    dispatch({ do: 'join', id: row.id });
  else return false;
  return true;
}

/** An arrow at the edge of the words leads to the paragraph next to it. */
function walk({ key, altKey, shiftKey, currentTarget }: KeyboardEvent<HTMLTextAreaElement>): boolean {
  if (altKey || shiftKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  const { selectionStart, selectionEnd, value } = currentTarget;
  const edge = key === 'ArrowUp' ? 0 : value.length;
  if (selectionStart !== edge || selectionEnd !== edge) return false;
  const all = [
    ...(currentTarget
      .closest('.version-rows')
      ?.querySelectorAll<HTMLTextAreaElement>('textarea[id^="row-"]') ?? []),
  ];
  const next = all[all.indexOf(currentTarget) + (key === 'ArrowUp' ? -1 : 1)];
  if (!next) return false;
  next.focus();
  const at = key === 'ArrowUp' ? next.value.length : 0;
  next.setSelectionRange(at, at);
  return true;
}
