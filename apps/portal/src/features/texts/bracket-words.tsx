import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { OddWords } from './odd-words.tsx';
import type { BracketView } from './types.ts';

type Props = { bracket: BracketView; textId: string; bracketed: boolean };

/** A bracket in the words around it: plain, or marked with the nations that keep each option. */
export function BracketWords({ bracket, bracketed }: Props) {
  return bracket.options.map((option, index) => (
    <Fragment key={option.id}>
      {index > 0 ? ' ' : null}
      {bracketed ? (
        <Marked bracket={bracket} option={option} />
      ) : (
        <OddWords text={plain(bracket, option.text)} />
      )}
    </Fragment>
  ));
}

function plain({ kind }: BracketView, words: string): string {
  return kind === 'placeholder' ? `[…${words ? ` ${words}` : ''}]` : `[${words}]`;
}

function Marked({ bracket, option }: { bracket: BracketView; option: BracketView['options'][number] }) {
  const t = useTranslations('texts.bracket');
  const keepers = option.keptBy.join(', ');
  return (
    <mark className="rounded-sm bg-bracket px-0.5 text-ink [box-decoration-break:clone]">
      <OddWords text={plain(bracket, option.text)} />
      {keepers ? (
        <sup className="ml-1 text-[0.68rem] font-semibold text-warn">
          <span className="sr-only">{t('keptBy')} </span>
          {keepers}
        </sup>
      ) : null}
      {!keepers && option.mine ? <sup className="ml-1 text-[0.68rem] text-warn">{t('ours')}</sup> : null}
    </mark>
  );
}
