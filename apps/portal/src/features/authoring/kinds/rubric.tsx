'use client';

import type { Criterion } from '@concord/api/features/authoring/kinds/assignment';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';

type Props = { rubric: Criterion[]; languages: readonly string[]; onChange: (rubric: Criterion[]) => void };

/** What work is judged by: criteria with their points, and what each level means, in every language. */
export function RubricEditor({ rubric, languages, onChange }: Props) {
  const t = useTranslations('assignments.edit');
  const set = (key: string, part: Partial<Criterion>) =>
    onChange(rubric.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    onChange([...rubric, { key: `c-${crypto.randomUUID().slice(0, 8)}`, titles: {}, points: 5, levels: [] }]);
  return (
    <fieldset className="max-w-4xl">
      <legend className="mb-2 text-lg font-semibold">{t('rubric')}</legend>
      {rubric.map((one, index) => (
        <fieldset key={one.key} className="mb-4 rounded-md border border-line p-4">
          <legend className="px-1 font-medium">{t('criterion', { number: index + 1 })}</legend>
          <div className="grid gap-4 md:grid-cols-2">
            {languages.map((language) => (
              <Field
                key={language}
                name={`title-${one.key}-${language}`}
                label={t('title', { language: languageName(language) })}
              >
                <TextField
                  name={`title-${one.key}-${language}`}
                  value={one.titles[language] ?? ''}
                  onChange={({ target }) =>
                    set(one.key, { titles: { ...one.titles, [language]: target.value } })
                  }
                />
              </Field>
            ))}
            <Field name={`points-${one.key}`} label={t('points')}>
              <TextField
                type="number"
                name={`points-${one.key}`}
                min={1}
                max={100}
                value={one.points}
                onChange={({ target }) => set(one.key, { points: Math.round(Number(target.value)) })}
              />
            </Field>
          </div>
          <Levels criterion={one} languages={languages} onChange={(levels) => set(one.key, { levels })} />
          <Button
            size="small"
            look="danger"
            aria-label={t('removeCriterion', { number: index + 1 })}
            onClick={() => onChange(rubric.filter(({ key }) => key !== one.key))}
          >
            {t('remove')}
          </Button>
        </fieldset>
      ))}
      <Button onClick={add}>{t('addCriterion')}</Button>
    </fieldset>
  );
}

type Level = Criterion['levels'][number];
type LevelsProps = {
  criterion: Criterion;
  languages: readonly string[];
  onChange: (levels: Level[]) => void;
};

function Levels({ criterion, languages, onChange }: LevelsProps) {
  const t = useTranslations('assignments.edit');
  const { key, levels } = criterion;
  const set = (at: number, part: Partial<Level>) =>
    onChange(levels.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div className="my-3 flex flex-col gap-3">
      {levels.map((level, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing inside keeps state of its own
        <div key={`${key} ${at}`} className="grid items-end gap-3 md:grid-cols-[6rem_1fr_1fr_auto]">
          <Field name={`level-${key}-${at}`} label={t('levelPoints')}>
            <TextField
              type="number"
              name={`level-${key}-${at}`}
              min={0}
              value={level.points}
              onChange={({ target }) => set(at, { points: Math.round(Number(target.value)) })}
            />
          </Field>
          {languages.map((language) => (
            <Field
              key={language}
              name={`level-${key}-${at}-${language}`}
              label={t('levelWords', { language: languageName(language) })}
            >
              <TextField
                name={`level-${key}-${at}-${language}`}
                value={level.words[language] ?? ''}
                onChange={({ target }) => set(at, { words: { ...level.words, [language]: target.value } })}
              />
            </Field>
          ))}
          <Button
            size="small"
            aria-label={t('removeLevel', { number: at + 1 })}
            onClick={() => onChange(levels.filter((_, index) => index !== at))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...levels, { points: 0, words: {} }])}>
          {t('addLevel')}
        </Button>
      </div>
    </div>
  );
}
