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

type Props = { requestId: string; may: { confirm: boolean; refuse: boolean }; about: string };

/** What the second person says: yes, after being told what follows, or no. */
export function DecideWider({ requestId, may, about }: Props) {
  const t = useTranslations('thread.about');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const decide = useCommand(api.threads.decideWider.mutate);

  async function run(confirm: boolean) {
    if (!(await decide.run({ requestId, confirm }))) return;
    setOpen(false);
    toast(confirm ? t('confirmed') : t('refused'));
    router.refresh();
  }

  return (
    <div className="mt-2">
      {open ? null : (
        <ErrorSummary message={decide.message} entries={decide.entries} attempt={decide.attempt} />
      )}
      <p className="flex flex-wrap gap-2">
        {may.confirm ? (
          <Button size="small" look="primary" onClick={() => setOpen(true)}>
            {t('confirm')}
            <span className="sr-only">: {about}</span>
          </Button>
        ) : null}
        {may.refuse ? (
          <Button size="small" disabled={decide.pending} onClick={() => run(false)}>
            {t('refuse')}
            <span className="sr-only">: {about}</span>
          </Button>
        ) : null}
      </p>
      <ConfirmDialog
        open={open}
        title={t('confirmTitle')}
        confirm={t('confirm')}
        pending={decide.pending}
        onClose={() => setOpen(false)}
        onConfirm={() => run(true)}
      >
        <ErrorSummary message={decide.message} entries={decide.entries} attempt={decide.attempt} />
        {t('confirmBody')}
      </ConfirmDialog>
    </div>
  );
}
