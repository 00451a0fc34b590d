'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';

type Props = { passkeyId: string; name: string };

/** Gives a passkey another name. */
export function RenamePasskey({ passkeyId, name }: Props) {
  const t = useTranslations('account.passkeys');
  const router = useRouter();
  const rename = useCommand(api.account.renamePasskey.mutate);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t('renameOf', { name })}>
        {t('rename')}
      </Button>
      <PasskeyNameDialog
        title={t('rename')}
        {...{ name, passkeyId, open }}
        command={rename}
        onClose={() => setOpen(false)}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
      />
    </>
  );
}

/** Takes a passkey away, once asked. */
export function RemovePasskey({ passkeyId, name }: Props) {
  const t = useTranslations('account.passkeys');
  const router = useRouter();
  const remove = useCommand(api.account.removePasskey.mutate);
  const [open, setOpen] = useState(false);

  async function run() {
    if (!(await remove.run({ passkeyId }))) return;
    setOpen(false);
    toast(t('removed'));
    router.refresh();
  }

  return (
    <>
      <Button size="small" look="danger" onClick={() => setOpen(true)} aria-label={t('removeOf', { name })}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={open}
        danger
        title={t('removeOf', { name })}
        confirm={t('remove')}
        pending={remove.pending}
        onConfirm={run}
        onClose={() => {
          setOpen(false);
          remove.reset();
        }}
      >
        <ErrorSummary message={remove.message} attempt={remove.attempt} />
        <p>{t('removeWhat')}</p>
      </ConfirmDialog>
    </>
  );
}
