'use client';

import type { TypedRow } from '@concord/api/features/texts/assembly';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { rowFieldId } from './row-words.tsx';
import type { Dispatch } from './types.ts';

type Props = { row: TypedRow; index: number; last: boolean; number: string; dispatch: Dispatch };

const KINDS = ['heading', 'preamble', 'paragraph', 'item'] as const;

/** What can be done with a paragraph by pointer or finger; shown while its words have the focus. */
export function RowTools({ row, index, last, number, dispatch }: Props) {
  const t = useTranslations('texts.editor');
  const name = number || t(`kinds.${row.kind}`);
  const { id } = row;
  return (
    <div className="hidden flex-wrap items-center gap-1.5 pt-1.5 group-focus-within/row:flex">
      <select
        aria-label={t('kindOf', { name })}
        value={row.kind}
        onChange={(event) =>
          dispatch({ do: 'kind', id, kind: KINDS.find((kind) => kind === event.target.value) ?? 'paragraph' })
        }
        className="rounded-md border border-line-field bg-paper px-1.5 py-1 text-sm"
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </select>
      <Tool label={t('add')} onPress={() => dispatch({ do: 'add', after: id, newId: crypto.randomUUID() })} />
      <Tool
        label={t('split')}
        onPress={() => dispatch({ do: 'split', id, at: caretIn(id), newId: crypto.randomUUID() })}
      />
      {index > 0 ? <Tool label={t('join')} onPress={() => dispatch({ do: 'join', id })} /> : null}
      {index > 0 ? (
        <Tool label={t('up')} onPress={() => dispatch({ do: 'move', id, to: index - 1 })} />
      ) : null}
      {last ? null : <Tool label={t('down')} onPress={() => dispatch({ do: 'move', id, to: index + 1 })} />}
      <Tool label={t('remove')} onPress={() => dispatch({ do: 'remove', id })} />
    </div>
  );
}

function Tool({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button size="small" className="font-medium" onClick={onPress}>
      {label}
    </Button>
  );
}

/** Where the caret last stood in the words of a row. */
function caretIn(rowId: string): number {
  const field = document.getElementById(rowFieldId(rowId));
  return field instanceof HTMLTextAreaElement ? field.selectionStart : 0;
}
