'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type Props = { least: number; email: string; error: string | null };

/** A new password, which may be looked at while it is typed. The address goes along for password managers. */
export function NewPasswordField({ least, email, error }: Props) {
  const t = useTranslations('account.password');
  const [shown, setShown] = useState(false);
  return (
    <div>
      <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
      <Field name="password" label={t('new')} description={t('help', { least })} error={error}>
        <TextField
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          autoCapitalize="off"
          spellCheck={false}
        />
      </Field>
      <Checkbox className="mt-1" checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {t('show')}
      </Checkbox>
    </div>
  );
}
