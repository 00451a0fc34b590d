'use client';

import type { KeptCodes, TypedRow } from '@concord/api/features/texts/assembly';
import type { Caret } from '@concord/api/features/texts/writing';
import { useTranslations } from 'next-intl';
import { type DragEvent, memo, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { AmendmentsHere } from './amendments-here.tsx';
import { RowBrackets } from './row-brackets.tsx';
import { RowRedline } from './row-redline.tsx';
import { RowTools } from './row-tools.tsx';
import { RowWords } from './row-words.tsx';
import type { BaseParagraph, Dispatch, Editing, Offered } from './types.ts';

/** What is dragged, by its own type so that nothing else can be dropped here. */
const DRAGGED = 'application/x-concord-paragraph';

type Props = {
  row: TypedRow;
  index: number;
  last: boolean;
  number: string;
  base: BaseParagraph | undefined;
  kept: readonly KeptCodes[];
  takesIn: readonly string[];
  amendments: readonly Offered[];
  caret: Caret | null;
  editing: Editing;
  dispatch: Dispatch;
};

/** One paragraph under work: its words, what changed in them, its brackets, and what nations propose to it. */
export const VersionRow = memo(function VersionRow(props: Props) {
  const { row, index, last, number, base, kept, takesIn, amendments, caret, editing, dispatch } = props;
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const id = event.dataTransfer.getData(DRAGGED);
    if (id && id !== row.id) dispatch({ do: 'move', id, to: index });
  }

  return (
    <li
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'version-row group/row grid scroll-mt-16 grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 border-t-2 py-2',
        over ? 'border-accent' : 'border-transparent',
      )}
    >
      <Handle rowId={row.id} number={number} />
      <div className={cx('min-w-0', row.kind === 'item' && 'pl-4')}>
        <RowWords row={row} index={index} number={number} caret={caret} dispatch={dispatch} />
        <RowTools row={row} index={index} last={last} number={number} dispatch={dispatch} />
        <RowRedline row={row} base={base} isFirst={editing.number === 0} />
        <RowBrackets row={row} base={base} kept={kept} holdings={editing.holdings} dispatch={dispatch} />
        <AmendmentsHere
          amendments={amendments}
          takesIn={takesIn}
          base={base}
          editing={editing}
          dispatch={dispatch}
        />
      </div>
    </li>
  );
});

/** The number, by which a paragraph is dragged; the keyboard moves it with Alt and the arrows. */
function Handle({ rowId, number }: { rowId: string; number: string }) {
  const t = useTranslations('texts.editor');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has keys and buttons for the same
    <span
      draggable
      title={t('drag')}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, rowId);
        event.dataTransfer.effectAllowed = 'move';
      }}
      className="cursor-grab pt-2 font-medium text-ink-3 select-none"
    >
      {number || <span aria-hidden="true">⋮</span>}
    </span>
  );
}
