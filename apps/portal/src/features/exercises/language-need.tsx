import { levelsOfLanguage, type workingLanguages } from '@concord/api/features/languages/rules';
import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { LanguageOptions } from '#features/account/language-options.tsx';
import type { PlannedRole } from './types.ts';

type Props = { known: PlannedRole | null; errorOf: (path: string) => string | null };
type Need = NonNullable<PlannedRole['language']>;

/** The language a role is played in, and how well its people speak it at least. */
export function LanguageNeed({ known, errorOf }: Props) {
  const t = useTranslations('exercise.plan');
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Field name="language" label={t('language')} error={errorOf('language')} optional>
        <Select name="language" defaultValue={known?.language?.tag ?? ''}>
          <option value="">{t('noLanguage')}</option>
          <LanguageOptions />
        </Select>
      </Field>
      <Field name="languageLevel" label={t('languageLevel')}>
        <Select name="languageLevel" defaultValue={known?.language?.level ?? 'B2'}>
          {levelsOfLanguage.map((level) => (
            <option key={level} value={level}>
              {level}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

/** What is chosen in these fields, as the API takes it. */
export function languageIn(form: FormData) {
  const tag = String(form.get('language') ?? '');
  if (tag === '') return null;
  return {
    tag: tag as (typeof workingLanguages)[number],
    level: String(form.get('languageLevel')) as Need['level'],
  };
}
