'use client';

import { wayBack } from '@concord/api/features/account/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { useEntry } from '#features/sign-in/use-entry.ts';
import { api } from '#trpc/client.ts';

/** Goes to the identity provider and comes back with the identity bound to this person. */
export function ConnectButton({ provider }: { provider: string }) {
  const t = useTranslations('account.identity');
  const prove = useCommand(api.account.prove.mutate);
  const entry = useEntry();

  async function connect() {
    if (await prove.run({})) await entry.leave(wayBack.connect());
  }

  return (
    <>
      <ErrorSummary message={prove.message ?? entry.message} attempt={prove.attempt + entry.attempt} />
      <Button disabled={prove.pending || entry.pending} onClick={connect}>
        {t('connect', { provider })}
      </Button>
    </>
  );
}

/** Stops signing in by the identity provider, once asked. */
export function DisconnectButton({ provider }: { provider: string }) {
  const t = useTranslations('account.identity');
  const router = useRouter();
  const disconnect = useCommand(api.account.disconnectProvider.mutate);
  const [asking, setAsking] = useState(false);

  async function run() {
    const done = await disconnect.run({});
    setAsking(false);
    toast(t(done ? 'disconnected' : 'failed'));
    router.refresh();
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('disconnect')}</Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('disconnectTitle', { provider })}
        confirm={t('disconnect')}
        pending={disconnect.pending}
        onConfirm={run}
        onClose={() => setAsking(false)}
      >
        {t('disconnectWhat')}
      </ConfirmDialog>
    </>
  );
}
