'use client';

import type { KeptCodes } from '@concord/api/features/texts/assembly';
import { numbersOf } from '@concord/api/features/texts/rules';
import type { EditorState } from '@concord/api/features/texts/writing';
import { useTranslations } from 'next-intl';
import { Fragment, useMemo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { AmendmentsHere } from './amendments-here.tsx';
import { DeletedRow } from './deleted-row.tsx';
import { deletedAfter } from './summary.ts';
import type { Dispatch, Editing, Offered } from './types.ts';
import { VersionRow } from './version-row.tsx';

type Props = { state: EditorState; editing: Editing; dispatch: Dispatch };

/** The rows of the version, with the paragraphs taken out shown where they stood. */
export function Rows({ state, editing, dispatch }: Props) {
  const t = useTranslations('texts.editor');
  const { rows, kept, takesIn } = state.now;
  const numbers = numbersOf(rows.map(({ id, kind }) => ({ id, kind, parts: [] })));
  const base = useMemo(() => new Map(editing.paragraphs.map((one) => [one.id, one])), [editing.paragraphs]);
  const offered = useMemo(() => byParagraph(editing.amendments), [editing.amendments]);
  const keptOf = useMemo(() => byRow(kept), [kept]);
  const deleted = deletedAfter(editing.paragraphs, rows);
  const gone = (id: string | null) =>
    (deleted.get(id) ?? []).map((paragraph) => (
      <DeletedRow key={paragraph.id} paragraph={paragraph} after={id} dispatch={dispatch} />
    ));
  return (
    <div className="version-rows">
      <p id="row-keys" className="mb-4 max-w-measure text-sm text-ink-2">
        {t('keys')}
      </p>
      <AmendmentsHere
        amendments={offered.get(null) ?? NONE}
        takesIn={takesIn}
        base={undefined}
        editing={editing}
        dispatch={dispatch}
      />
      <AddHere after={null} dispatch={dispatch} label={t('addFirst')} />
      <ol aria-label={t('paragraphs')}>
        {gone(null)}
        {rows.map((row, index) => (
          <Fragment key={row.id}>
            <VersionRow
              row={row}
              index={index}
              last={index === rows.length - 1}
              number={numbers.get(row.id) ?? ''}
              base={base.get(row.id)}
              kept={keptOf.get(row.id) ?? NONE}
              takesIn={takesIn}
              amendments={offered.get(row.id) ?? NONE}
              caret={state.caret?.rowId === row.id ? state.caret : null}
              editing={editing}
              dispatch={dispatch}
            />
            {gone(row.id)}
          </Fragment>
        ))}
      </ol>
    </div>
  );
}

const NONE: never[] = [];

function AddHere({ after, dispatch, label }: { after: string | null; dispatch: Dispatch; label: string }) {
  return (
    <Button
      look="quiet"
      size="small"
      onClick={() => dispatch({ do: 'add', after, newId: crypto.randomUUID() })}
    >
      {label}
    </Button>
  );
}

const byParagraph = (amendments: readonly Offered[]) => grouped(amendments, (one) => one.paragraphId);

const byRow = (kept: readonly KeptCodes[]) => grouped(kept, (one) => one.rowId);

function grouped<One, Key>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
