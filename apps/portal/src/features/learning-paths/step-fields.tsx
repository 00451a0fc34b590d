'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Description, FieldError, fieldId } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { PathChoices } from './types.ts';

type Line = { key: number; courseId: string; required: boolean };
type Props = {
  choices: PathChoices;
  steps: readonly { courseId: string; required: boolean }[];
  error: string | null;
};

/** The courses of a path in their order; moved by buttons, so by keyboard too. */
export function StepFields({ choices, steps, error }: Props) {
  const t = useTranslations('learningPaths.fields');
  const given = steps.length > 0 ? steps : [{ courseId: '', required: true }];
  const [lines, setLines] = useState<Line[]>(given.map((step, key) => ({ key, ...step })));
  const [next, setNext] = useState(given.length);
  const set = (key: number, more: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...more } : line)));
  function up(index: number) {
    const before = lines[index - 1];
    const line = lines[index];
    if (before && line) setLines([...lines.slice(0, index - 1), line, before, ...lines.slice(index + 1)]);
  }
  function add() {
    setLines([...lines, { key: next, courseId: '', required: true }]);
    setNext(next + 1);
  }
  return (
    <fieldset id={fieldId('steps')} tabIndex={-1} className="max-w-measure">
      <legend className="mb-1 font-semibold">{t('steps')}</legend>
      <Description>{t('stepsHint')}</Description>
      {error ? <FieldError>{error}</FieldError> : null}
      <ol className="flex flex-col gap-3">
        {lines.map((line, index) => (
          <li key={line.key} className="flex flex-wrap items-center gap-2">
            <Select
              name="course"
              value={line.courseId}
              onChange={({ target }) => set(line.key, { courseId: target.value })}
              aria-label={t('stepNumber', { number: index + 1 })}
              aria-required={false}
              className="min-w-0 flex-1 basis-60"
            >
              <option value="">{t('choose')}</option>
              {choices.courses.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
            <Checkbox
              name="optional"
              value={line.courseId}
              checked={!line.required}
              onChange={({ target }) => set(line.key, { required: !target.checked })}
            >
              {t('stepOptional')}
              <span className="sr-only">: {t('stepNumber', { number: index + 1 })}</span>
            </Checkbox>
            <Button look="quiet" size="small" disabled={index === 0} onClick={() => up(index)}>
              {t('up')}
              <span className="sr-only">: {t('stepNumber', { number: index + 1 })}</span>
            </Button>
            <Button
              look="quiet"
              size="small"
              disabled={lines.length === 1}
              onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
            >
              {t('drop')}
              <span className="sr-only">: {t('stepNumber', { number: index + 1 })}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button size="small" className="mt-2" onClick={add}>
        {t('add')}
      </Button>
    </fieldset>
  );
}
