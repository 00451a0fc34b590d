'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { useCategoryName } from '#features/learn/category-name.ts';

const SHIPPED = ['awareness', 'incident', 'practice', 'technical', 'exercise'];

type CategoryProps = { categories: readonly string[]; value?: string; error?: string | null };

/** The subject of a course. */
export function CategoryField({ categories, value, error }: CategoryProps) {
  const t = useTranslations('authoring.about');
  const nameOf = useCategoryName();
  return (
    <Field name="category" label={t('category')} error={error}>
      <Select name="category" defaultValue={value}>
        {[...new Set([...SHIPPED, ...categories])].map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type MarkingProps = {
  levels: readonly { rank: number; name: string }[];
  audience: 'allies' | 'everyone';
  level: number;
};

/** Who may find a course, and at which level. */
export function MarkingFields({ levels, audience, level }: MarkingProps) {
  const t = useTranslations('authoring.about');
  return (
    <>
      <Field name="audience" label={t('audienceOf')}>
        <Select name="audience" defaultValue={audience}>
          <option value="allies">{t('allies')}</option>
          <option value="everyone">{t('everyone')}</option>
        </Select>
      </Field>
      <Field name="level" label={t('level')}>
        <Select name="level" defaultValue={level}>
          {levels.map(({ rank, name }) => (
            <option key={rank} value={rank}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
