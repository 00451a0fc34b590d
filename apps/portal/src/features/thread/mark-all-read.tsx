'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

/** Marks a thread as read up to its latest entry, without going through it. */
export function MarkAllRead({ threadId, contributionId }: { threadId: string; contributionId: string }) {
  const t = useTranslations('thread');
  const router = useRouter();
  const markRead = useCommand(api.threads.markRead.mutate);
  return (
    <Button
      size="small"
      disabled={markRead.pending}
      onClick={async () => {
        if (await markRead.run({ threadId, contributionId })) router.refresh();
      }}
    >
      {t('markAll')}
    </Button>
  );
}
