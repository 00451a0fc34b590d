'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Description, FieldError, fieldId } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Choices } from './types.ts';

type Props = { choices: Choices; needs: readonly string[]; error: string | null };
type Line = { key: number; value: string };

/** What is asked: credentials of courses and attested levels, all of them. */
export function NeedFields({ choices, needs, error }: Props) {
  const t = useTranslations('requirements');
  const [lines, setLines] = useState<Line[]>(needs.map((value, key) => ({ key, value })));
  const [next, setNext] = useState(needs.length);
  function add() {
    setLines([...lines, { key: next, value: '' }]);
    setNext(next + 1);
  }
  return (
    <fieldset id={fieldId('needs')} tabIndex={-1} className="max-w-measure">
      <legend className="mb-1 font-semibold">{t('what')}</legend>
      <Description>{t('fields.needsHint')}</Description>
      {error ? <FieldError>{error}</FieldError> : null}
      <ul className="flex flex-col gap-2">
        {lines.map((line, index) => (
          <li key={line.key} className="flex gap-2">
            <NeedSelect choices={choices} value={line.value} label={t('needNumber', { number: index + 1 })} />
            {lines.length > 1 ? (
              <Button look="quiet" onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}>
                {t('removeNeed')}
                <span className="sr-only">: {t('needNumber', { number: index + 1 })}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Button size="small" className="mt-2" onClick={add}>
        {t('addNeed')}
      </Button>
    </fieldset>
  );
}

function NeedSelect({ choices, value, label }: { choices: Choices; value: string; label: string }) {
  const t = useTranslations('requirements');
  const locale = useLocale();
  const courses = new Map(choices.courses.map((course) => [course.id, course.title]));
  return (
    <Select name="need" defaultValue={value} aria-label={label} aria-required={false}>
      <option value="">{t('choose')}</option>
      <optgroup label={t('credentials')}>
        {[...courses].map(([id, title]) => (
          <option key={id} value={`course:${id}`}>
            {title}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('levels')}>
        {choices.levels.map((level) => (
          <option key={level.rank} value={`level:${level.rank}`}>
            {inLocale(locale, level)}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
