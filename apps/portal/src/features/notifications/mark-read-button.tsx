'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Marks what is listed as read; what arrives meanwhile stays new. */
export function MarkReadButton({ upTo }: { upTo: string }) {
  const t = useTranslations('notifications');
  const router = useRouter();
  const markRead = useCommand(api.notifications.markRead.mutate);

  async function run() {
    const done = await markRead.run({ upTo });
    if (done) router.refresh();
    else toast(t('failed'));
  }

  return (
    <Button disabled={markRead.pending} onClick={run}>
      {t('markRead')}
    </Button>
  );
}
