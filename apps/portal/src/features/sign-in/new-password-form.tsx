'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { NewPasswordField } from '#features/account/new-password-field.tsx';
import { api } from '#trpc/client.ts';
import { enter } from './enter.ts';
import { firstStop } from './first-stop.ts';

type Props = { purpose: 'invitation' | 'reset'; token: string; email: string; least: number };

/** Behind a link in a mail: sets the password, and signs in with it. Who has a second factor signs in by hand. */
export function NewPasswordForm({ purpose, token, email, least }: Props) {
  const t = useTranslations('signIn');
  const command = useCommand(
    purpose === 'reset' ? api.account.resetPassword.mutate : api.account.acceptInvitation.mutate,
  );

  async function signIn(password: string) {
    const entry = await enter('password', { email, password });
    location.assign(entry.ok ? await firstStop('/') : '/sign-in?saved=1');
  }

  let typed = '';
  return (
    <CommandForm
      command={command}
      input={(form) => {
        typed = String(form.get('password') ?? '');
        return { token, password: typed };
      }}
      submit={t(purpose === 'reset' ? 'reset.save' : 'invitation.open')}
      onDone={() => signIn(typed)}
    >
      <NewPasswordField email={email} least={least} error={command.errorOf('password')} />
    </CommandForm>
  );
}
