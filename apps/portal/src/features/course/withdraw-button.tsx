'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

/** Leaves the course, after asking once more. */
export function WithdrawButton({ enrolmentId }: { enrolmentId: string }) {
  const t = useTranslations('course.withdraw');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const withdraw = useCommand(api.enrolments.withdraw.mutate);

  async function leave() {
    if (!(await withdraw.run({ enrolmentId }))) return;
    setAsking(false);
    router.refresh();
  }

  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('action')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('title')}
        confirm={t('action')}
        pending={withdraw.pending}
        onConfirm={leave}
        onClose={() => setAsking(false)}
      >
        <p>{t('body')}</p>
        {withdraw.message ? <p className="mt-2 text-bad">{withdraw.message}</p> : null}
      </ConfirmDialog>
    </>
  );
}
