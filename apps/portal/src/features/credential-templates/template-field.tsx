'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';

type Props = {
  templates: readonly { id: string; name: string }[];
  value: string | null;
  label: string;
  description: string;
  error: string | null;
  /** The name of a template that an archive asked for and that is not here. */
  wanted?: string | null;
};

/** What the field holds while such a template is kept in mind. */
export const WANTED = 'wanted';

/** How the credentials of a course or path read; by themselves, as the house's do. */
export function TemplateField({ templates, value, label, description, error, wanted }: Props) {
  const t = useTranslations('common');
  return (
    <Field name="templateId" label={label} description={description} error={error} optional>
      <Select name="templateId" defaultValue={value ?? (wanted ? WANTED : '')}>
        <option value="">{t('houseCredential')}</option>
        {wanted ? <option value={WANTED}>{t('wantedCredential', { name: wanted })}</option> : null}
        {templates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
