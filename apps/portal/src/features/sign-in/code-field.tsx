import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Field, fieldId } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

/** Where the code of the second factor is typed; it takes the focus when it appears. */
export function CodeField() {
  const t = useTranslations('signIn');
  useEffect(() => document.getElementById(fieldId('code'))?.focus(), []);
  return (
    <Field name="code" label={t('code')} description={t('codeHelp')}>
      <TextField name="code" autoComplete="one-time-code" autoCapitalize="off" spellCheck={false} required />
    </Field>
  );
}
