'use client';

import { codesIn, type KeptCodes, type TypedRow } from '@concord/api/features/texts/assembly';
import { partsFrom } from '@concord/api/features/texts/typed';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useId } from 'react';
import type { BaseParagraph, Dispatch, Editing } from './types.ts';

type Props = {
  row: TypedRow;
  base: BaseParagraph | undefined;
  kept: readonly KeptCodes[];
  holdings: Editing['holdings'];
  dispatch: Dispatch;
};

/** Each option of the brackets in a paragraph, with the nations that keep it, and a field for those who ask for it. */
export function RowBrackets({ row, base, kept, holdings, dispatch }: Props) {
  const t = useTranslations('texts.editor');
  const typed = useDeferredValue(row.typed);
  if (!typed.includes('[')) return null;
  const { parts, loose } = partsFrom(typed, base?.parts ?? [], () => '');
  const options = parts.flatMap((part) =>
    'bracket' in part && part.kind !== 'placeholder'
      ? part.options.map((option) => ({ bracketId: part.bracket, ...option }))
      : [],
  );
  return (
    <>
      {loose ? <p className="pt-1 text-sm font-semibold text-bad">{t('loose')}</p> : null}
      {options.length > 0 ? (
        <ul className="mt-1.5 flex flex-col gap-1 border-l-3 border-bracket pl-3 text-sm">
          {options.map((option) => (
            <KeptBy
              // Words may stand twice in a paragraph; then they have the same keepers.
              key={`${option.bracketId} ${option.text}`}
              rowId={row.id}
              option={option.text}
              held={holdings
                .filter((one) => one.bracketId === option.bracketId && one.optionId === option.id)
                .map((one) => one.code)}
              codes={kept.find((one) => one.option === option.text)?.codes ?? ''}
              dispatch={dispatch}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}

type KeptByProps = { rowId: string; option: string; held: string[]; codes: string; dispatch: Dispatch };

function KeptBy({ rowId, option, held, codes, dispatch }: KeptByProps) {
  const t = useTranslations('texts.editor');
  const id = useId();
  const nobody = held.length === 0 && codesIn(codes).length === 0;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="rounded-sm bg-bracket px-1 wrap-anywhere">[{option}]</span>
      <span className={nobody ? 'font-semibold text-warn' : 'text-ink-2'}>
        {held.length > 0 ? t('keptBy', { codes: held.join(', ') }) : nobody ? t('keptByNobody') : null}
      </span>
      <label htmlFor={id} className="text-ink-2">
        {held.length > 0 ? t('keptAlsoBy') : t('keptByField')}
      </label>
      <input
        id={id}
        value={codes}
        maxLength={400}
        autoComplete="off"
        placeholder={t('codesExample')}
        onChange={(event) => dispatch({ do: 'keep', entry: { rowId, option, codes: event.target.value } })}
        className="w-36 rounded-md border border-line-field bg-paper px-2 py-1 uppercase placeholder:normal-case"
      />
    </li>
  );
}
