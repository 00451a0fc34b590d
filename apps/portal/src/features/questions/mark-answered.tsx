'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Calls a question answered, or says that it still waits. */
export function MarkAnswered({ threadId, answered }: { threadId: string; answered: boolean }) {
  const t = useTranslations('questions');
  const router = useRouter();
  const mark = useCommand(api.questions.setAnswered.mutate);

  async function press() {
    if (await mark.run({ threadId, answered: !answered })) router.refresh();
    else toast(t('notMarked'));
  }

  return (
    <Button disabled={mark.pending} onClick={press}>
      {answered ? t('reopen') : t('mark')}
    </Button>
  );
}
