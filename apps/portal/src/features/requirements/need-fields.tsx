'use client';

import { colours } from '@concord/api/features/exercises/rules';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Description, FieldError, fieldId } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Choices } from './types.ts';

type Props = { choices: Choices; needs: readonly string[]; error: string | null };
type Line = { key: number; value: string };

/** What is asked: credentials of courses, attested levels and parts in exercises, all of them. */
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
          <li key={line.key} className="flex flex-wrap items-center gap-2">
            <NeedLine choices={choices} value={line.value} label={t('needNumber', { number: index + 1 })} />
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

type LineProps = { choices: Choices; value: string; label: string };

/** What one line asks; a part in an exercise says for how many months after it. */
function NeedLine({ choices, value, label }: LineProps) {
  const t = useTranslations('requirements');
  const [kind, id, months = '24'] = value.split(':');
  const [chosen, setChosen] = useState(kind === 'part' ? `part:${id}` : value);
  return (
    <>
      <NeedSelect choices={choices} value={chosen} label={label} onChoose={setChosen} />
      {chosen.startsWith('part:') ? (
        <span className="flex items-center gap-2">
          <span className="w-20 flex-none">
            <TextField
              name="needMonths"
              aria-label={`${label}: ${t('monthsAfter')}`}
              inputMode="numeric"
              defaultValue={months}
              autoComplete="off"
            />
          </span>
          <span aria-hidden="true">{t('monthsAfter')}</span>
        </span>
      ) : null}
    </>
  );
}

function NeedSelect({ choices, value, label, onChoose }: LineProps & { onChoose: (value: string) => void }) {
  const t = useTranslations('requirements');
  const locale = useLocale();
  const courses = new Map(choices.courses.map((course) => [course.id, course.title]));
  return (
    <Select
      name="need"
      value={value}
      onChange={({ target }) => onChoose(target.value)}
      aria-label={label}
      aria-required={false}
      className="min-w-0 flex-1 basis-64"
    >
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
      <optgroup label={t('part')}>
        {['any' as const, ...colours].map((role) => (
          <option key={role} value={`part:${role}`}>
            {t(`parts.${role}`)}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
