'use client';

import { useTranslations } from 'next-intl';
import type { Command } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type Props = {
  title: string;
  name: string;
  command: Command<{ passkeyId: string; name: string }, unknown>;
  passkeyId: string;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** Asks what to call a passkey. */
export function PasskeyNameDialog({ title, name, command, passkeyId, open, onClose, onDone }: Props) {
  const t = useTranslations('account.passkeys');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <CommandForm
        command={command}
        input={(form) => ({ passkeyId, name: String(form.get('name') ?? '') })}
        submit={t('save')}
        actions={<Button onClick={onClose}>{common('cancel')}</Button>}
        onDone={onDone}
      >
        <Field name="name" label={t('name')} description={t('nameHint')} error={command.errorOf('name')}>
          <TextField name="name" defaultValue={name} maxLength={80} />
        </Field>
      </CommandForm>
    </Dialog>
  );
}
