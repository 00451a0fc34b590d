import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import type { About } from './types.ts';

type Props = { label: string; columns: readonly About[]; chosen?: string; error: string | null };

/** What a decision or a later deadline is about: the course as a whole, or one activity of it. */
export function AboutField({ label, columns, chosen = '', error }: Props) {
  const t = useTranslations('grades');
  return (
    <Field name="about" label={label} error={error}>
      <Select name="about" defaultValue={chosen}>
        <option value="">{t('whole')}</option>
        {columns.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The activity that was chosen; null for the course as a whole. */
export const aboutIn = (form: FormData) => String(form.get('about') ?? '') || null;

/** The reason that was given. */
export const reasonIn = (form: FormData) => String(form.get('reason') ?? '').trim();
