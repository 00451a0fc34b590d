'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Leaves everything as it was. */
export function DropPending() {
  const t = useTranslations('account.factor');
  const router = useRouter();
  const drop = useCommand(api.account.dropPendingFactor.mutate);

  async function run() {
    if (await drop.run({})) router.refresh();
    else toast(t('failed'));
  }

  return (
    <Button disabled={drop.pending} onClick={run}>
      {t('drop')}
    </Button>
  );
}
