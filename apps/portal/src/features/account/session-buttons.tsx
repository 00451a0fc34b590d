'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Ends one session. */
export function EndSessionButton({ sessionId, device }: { sessionId: string; device: string }) {
  const t = useTranslations('account.sessions');
  const router = useRouter();
  const end = useCommand(api.account.revokeSession.mutate);

  async function run() {
    const done = await end.run({ sessionId });
    toast(t(done ? 'ended' : 'failed'));
    router.refresh();
  }

  return (
    <Button size="small" disabled={end.pending} onClick={run} aria-label={t('endOf', { device })}>
      {t('end')}
    </Button>
  );
}

/** Ends every session but this one, once asked. */
export function EndOthersButton() {
  const t = useTranslations('account.sessions');
  const router = useRouter();
  const end = useCommand(api.account.revokeOtherSessions.mutate);
  const [asking, setAsking] = useState(false);

  async function run() {
    const done = await end.run({});
    setAsking(false);
    toast(t(done ? 'endedOthers' : 'failed'));
    router.refresh();
  }

  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('endOthers')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('endOthers')}
        confirm={t('endOthers')}
        pending={end.pending}
        onConfirm={run}
        onClose={() => setAsking(false)}
      >
        {t('endOthersWhat')}
      </ConfirmDialog>
    </>
  );
}
