'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Notice } from '#components/notice.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';

/** Asks for a link by mail. The answer is the same for every address. */
export function RequestResetForm() {
  const t = useTranslations('signIn');
  const request = useCommand(api.account.requestReset.mutate);
  const [sent, setSent] = useState(false);
  if (sent)
    return (
      <div role="status">
        <Notice title={t('reset.sentTitle')}>{t('reset.sent')}</Notice>
      </div>
    );
  return (
    <CommandForm
      command={request}
      input={(form) => ({ email: String(form.get('email') ?? '') })}
      submit={t('reset.send')}
      onDone={() => setSent(true)}
    >
      <Field name="email" label={t('email')} error={request.errorOf('email')}>
        <TextField name="email" type="email" autoComplete="username" />
      </Field>
    </CommandForm>
  );
}
