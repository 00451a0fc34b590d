'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** Sets a new password; every other session ends. */
export function ChangePasswordForm({ email, least }: { email: string; least: number }) {
  const t = useTranslations('account.password');
  const router = useRouter();
  const change = useCommand(api.account.changePassword.mutate);
  return (
    <CommandForm
      command={change}
      input={(form) => ({ password: String(form.get('password') ?? '') })}
      submit={t('change')}
      onDone={() => {
        toast(t('changed'));
        router.push('/account');
        router.refresh();
      }}
    >
      <NewPasswordField email={email} least={least} error={change.errorOf('password')} />
    </CommandForm>
  );
}
