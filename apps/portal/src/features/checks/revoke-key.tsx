'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Ends a key at once. */
export function RevokeKey({ keyId, name }: { keyId: string; name: string }) {
  const t = useTranslations('checks');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const command = useCommand(api.checks.revokeKey.mutate);
  async function revoke() {
    const done = await command.run({ keyId });
    setAsking(false);
    toast(t(done ? 'revokedNow' : 'notRevoked'));
    router.refresh();
  }
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('revoke')}
        <span className="sr-only">: {name}</span>
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('revokeTitle', { name })}
        confirm={t('revoke')}
        danger
        pending={command.pending}
        onConfirm={() => void revoke()}
        onClose={() => setAsking(false)}
      >
        {t('revokeFollows')}
      </ConfirmDialog>
    </>
  );
}
