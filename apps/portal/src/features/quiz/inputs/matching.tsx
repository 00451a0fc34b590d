'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { controlLook } from '#components/ui/field.tsx';
import { ChoiceText } from '../choice-text.tsx';
import { type InputProps, plain } from './input.ts';

/** What belongs together: a list beside each left side, which every keyboard and every phone knows. */
export function Matching({ question, answer, language, onAnswer }: InputProps<'matching'>) {
  const t = useTranslations('quiz');
  const id = useId();
  const pairs = answer && 'pairs' in answer ? answer.pairs : {};
  const pick = (left: string, right: string) => {
    const { [left]: _before, ...others } = pairs;
    onAnswer({ pairs: right === '' ? others : { ...others, [left]: right } });
  };
  return (
    <ul lang={language} className="max-w-measure divide-y divide-line border-y border-line">
      {question.lefts.map(({ key, text }) => (
        <li key={key} className="grid items-center gap-x-4 gap-y-1.5 py-3 sm:grid-cols-2">
          <span id={`${id}-${key}`}>
            <ChoiceText html={text} />
          </span>
          <select
            aria-labelledby={`${id}-${key}`}
            value={pairs[key] ?? ''}
            onChange={(event) => pick(key, event.target.value)}
            className={controlLook}
          >
            <option value="">{t('choosePair')}</option>
            {question.rights.map((right) => (
              <option key={right.key} value={right.key}>
                {plain(right.text)}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
