'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Planned } from './types.ts';

/** For whom a date is, where there is a choice: everybody on the course, or one cohort. */
export function ForWhom({ planned }: { planned: Planned }) {
  const t = useTranslations('liveSessions.fields');
  const locale = useLocale();
  if (!planned.forAll || planned.cohorts.length === 0) return null;
  return (
    <Field name="cohortId" label={t('for')}>
      <Select name="cohortId">
        <option value="">{t('everybody')}</option>
        {planned.cohorts.map((cohort) => (
          <option key={cohort.id} value={cohort.id}>
            {inLocale(locale, cohort)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What was chosen; where there was no choice, the one cohort of the page. */
export function forWhom(form: FormData, { forAll, cohorts }: Planned): string | null {
  if (!forAll) return cohorts[0]?.id ?? null;
  return String(form.get('cohortId') ?? '') || null;
}
