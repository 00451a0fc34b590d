'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Values } from './form-input.ts';

type Props = { values: Values; errorOf: (path: string) => string | null };
const numbers = ['validMonths', 'renewalDays', 'remindDays', 'graceDays'] as const;

/** Until when it must be valid, how long evidence counts, and how renewal and its reminders go. */
export function TimeFields({ values, errorOf }: Props) {
  const t = useTranslations('requirements.fields');
  return (
    <div className="grid gap-5 md:max-w-measure md:grid-cols-2">
      <Field
        name="validOn"
        label={t('validOn')}
        description={t('validOnHint')}
        error={errorOf('validOn')}
        optional
        className="md:col-span-2"
      >
        <TextField type="date" name="validOn" defaultValue={values.validOn} className="md:max-w-56" />
      </Field>
      {numbers.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(name)}
          description={t(`${name}Hint`)}
          error={errorOf(name)}
          optional={name !== 'renewalDays'}
        >
          <TextField
            name={name}
            inputMode={name === 'remindDays' ? undefined : 'numeric'}
            defaultValue={values[name]}
            autoComplete="off"
          />
        </Field>
      ))}
    </div>
  );
}
