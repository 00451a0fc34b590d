'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Says that an action is done. */
export function FinishAction({ actionId, what }: { actionId: string; what: string }) {
  const t = useTranslations('decisions.actions');
  const router = useRouter();
  const command = useCommand(api.decisions.finishAction.mutate);
  async function finish() {
    if ((await command.run({ actionId })) === undefined) return;
    toast(t('finished'));
    router.refresh();
  }
  return (
    <div className="no-print">
      <Button size="small" onClick={finish} disabled={command.pending}>
        {t('finish')}
        <span className="sr-only">: {what}</span>
      </Button>
      {command.message ? (
        <p role="alert" className="mt-1 text-sm text-bad">
          {command.message}
        </p>
      ) : null}
    </div>
  );
}
