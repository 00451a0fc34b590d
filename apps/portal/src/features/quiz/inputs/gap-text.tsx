'use client';

import type { Answer } from '@concord/api/features/quizzes/schemas';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { RenderedText } from '#components/rendered-text.tsx';
import type { QuestionOf } from '../types.ts';
import { type InputProps, plain, TYPING_MS } from './input.ts';

const look =
  'inline-block min-h-9 w-44 max-w-full rounded-md border border-line-field bg-paper px-2 py-1 text-base';

/** A text with places to fill, each a field in its place among the words. */
export function GapText(props: InputProps<'gapText'>) {
  const { question, language } = props;
  const text = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<ReadonlyMap<string, Element>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places stand in the prompt
  useEffect(() => {
    const found = text.current?.querySelectorAll('[data-gap]') ?? [];
    setPlaces(new Map([...found].map((place) => [place.getAttribute('data-gap') ?? '', place])));
  }, [question.prompt]);
  return (
    <div ref={text} className="max-w-measure">
      <RenderedText html={question.prompt} language={language} className="text-lg leading-10" />
      {question.gaps.map((gap, index) => {
        const place = places.get(gap.key);
        const field = <Gap key={gap.key} gap={gap} number={index + 1} {...props} />;
        return place ? createPortal(field, place, gap.key) : null;
      })}
    </div>
  );
}

type Gap = QuestionOf<'gapText'>['gaps'][number];

function Gap({
  gap,
  number,
  question,
  answer,
  language,
  onAnswer,
}: InputProps<'gapText'> & { gap: Gap; number: number }) {
  const t = useTranslations('quiz');
  const gaps = gapsIn(answer);
  const label = t('gap', { number, total: question.gaps.length });
  const fill = (words: string, delay?: number) => onAnswer({ gaps: { ...gaps, [gap.key]: words } }, delay);
  if (gap.choices === null) {
    return (
      <input
        type="text"
        lang={language}
        autoComplete="off"
        maxLength={500}
        aria-label={label}
        value={gaps[gap.key] ?? ''}
        onChange={(event) => fill(event.target.value, TYPING_MS)}
        className={look}
      />
    );
  }
  return (
    <select
      lang={language}
      aria-label={label}
      value={gaps[gap.key] ?? ''}
      onChange={(event) => fill(event.target.value)}
      className={look}
    >
      <option value="">{t('choosePair')}</option>
      {gap.choices.map(({ key, text }) => (
        <option key={key} value={key}>
          {plain(text)}
        </option>
      ))}
    </select>
  );
}

const gapsIn = (answer: Answer | undefined): Record<string, string> =>
  answer && 'gaps' in answer ? answer.gaps : {};
