'use client';

import { type Difficulty, difficulties } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { ShelfOptions } from './shelf-options.tsx';
import type { Shelf } from './types.ts';

/** What authors find a question by. */
export type Facts = { name: string; categoryId: string; difficulty: Difficulty; tags: string[] };

type Props = {
  facts: Facts;
  onChange: (facts: Facts) => void;
  shelves: readonly Shelf[];
  errorOf: (path: string) => string | null;
};

/** Name, category, difficulty and tags of a question. */
export function FactsFields({ facts, onChange, shelves, errorOf }: Props) {
  const t = useTranslations('bank');
  return (
    <div className="grid max-w-form gap-4 md:grid-cols-2">
      <Field
        name="name"
        label={t('name')}
        description={t('nameHint')}
        error={errorOf('name')}
        className="md:col-span-2"
      >
        <TextField
          value={facts.name}
          onChange={(event) => onChange({ ...facts, name: event.target.value })}
        />
      </Field>
      <Field name="categoryId" label={t('category')} error={errorOf('categoryId')}>
        <Select
          value={facts.categoryId}
          onChange={(event) => onChange({ ...facts, categoryId: event.target.value })}
        >
          <ShelfOptions shelves={shelves} />
        </Select>
      </Field>
      <Field name="difficulty" label={t('difficulty')} error={errorOf('difficulty')}>
        <Select
          value={facts.difficulty}
          onChange={(event) => onChange({ ...facts, difficulty: event.target.value as Difficulty })}
        >
          {difficulties.map((difficulty) => (
            <option key={difficulty} value={difficulty}>
              {t(`difficulties.${difficulty}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        name="tags"
        label={t('tags')}
        description={t('tagsHint')}
        error={errorOf('tags')}
        optional
        className="md:col-span-2"
      >
        <TextField
          defaultValue={facts.tags.join(', ')}
          onChange={(event) =>
            onChange({
              ...facts,
              tags: event.target.value
                .split(',')
                .map((tag) => tag.trim())
                .filter(Boolean),
            })
          }
        />
      </Field>
    </div>
  );
}
