'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { controlLook } from '#components/ui/field.tsx';
import { type InputProps, TYPING_MS, typed } from './input.ts';

/** A word or two. */
export function ShortText({ answer, language, onAnswer }: InputProps<'shortText'>) {
  const t = useTranslations('quiz');
  return (
    <label className="block max-w-form">
      <span className="mb-1 block font-semibold">{t('yourAnswer')}</span>
      <input
        type="text"
        lang={language}
        autoComplete="off"
        maxLength={500}
        value={typed(answer)}
        onChange={(event) => onAnswer({ text: event.target.value }, TYPING_MS)}
        className={controlLook}
      />
    </label>
  );
}

/** A number as one writes it, and its unit where one is asked for. */
export function Numeric({ question, answer, onAnswer }: InputProps<'numeric'>) {
  const t = useTranslations('quiz');
  const given = answer && 'number' in answer ? answer : { number: '', unit: null };
  return (
    <div className="flex max-w-form flex-wrap items-end gap-3">
      <label className="block grow">
        <span className="mb-1 block font-semibold">{t('yourNumber')}</span>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={100}
          value={given.number}
          onChange={(event) => onAnswer({ ...given, number: event.target.value }, TYPING_MS)}
          className={controlLook}
        />
      </label>
      {question.units.length > 0 ? (
        <label className="block">
          <span className="mb-1 block font-semibold">{t('unit')}</span>
          <select
            value={given.unit ?? ''}
            onChange={(event) => onAnswer({ ...given, unit: event.target.value || null })}
            className={controlLook}
          >
            <option value="">{t('noUnit')}</option>
            {question.units.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}

/** A text of one's own, with its length as one writes. */
export function Essay({ question, answer, language, onAnswer }: InputProps<'essay'>) {
  const t = useTranslations('quiz');
  const id = useId();
  const { minWords, maxWords } = question;
  const text = typed(answer);
  const count = text.split(/\s+/u).filter(Boolean).length;
  const off =
    count > 0 && ((minWords !== null && count < minWords) || (maxWords !== null && count > maxWords));
  return (
    <div className="max-w-measure">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t('yourText')}
      </label>
      <textarea
        id={id}
        lang={language}
        rows={12}
        maxLength={100_000}
        value={text}
        aria-describedby={`${id}-count`}
        onChange={(event) => onAnswer({ text: event.target.value }, TYPING_MS)}
        className={controlLook}
      />
      <p
        id={`${id}-count`}
        className={off ? 'mt-1 text-sm font-semibold text-warn' : 'mt-1 text-sm text-ink-2'}
      >
        {t('words', { count })}
        {minWords !== null ? ` · ${t('leastWords', { count: minWords })}` : null}
        {maxWords !== null ? ` · ${t('mostWords', { count: maxWords })}` : null}
      </p>
    </div>
  );
}
