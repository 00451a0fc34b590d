'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Ends a rule. Whom it placed keep their seats, and the dialog says so. */
export function EndRule(props: { cohortId: string; ruleId: string; sentence: string }) {
  const { cohortId, ruleId, sentence } = props;
  const t = useTranslations('cohorts.joining');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.cohorts.endRule.mutate);

  async function end() {
    if (!(await command.run({ cohortId, ruleId }))) return;
    setOpen(false);
    toast(t('ended'));
    router.refresh();
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('end')}
        <span className="sr-only">: {sentence}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('endTitle')}
        confirm={t('end')}
        pending={command.pending}
        onConfirm={end}
        onClose={() => setOpen(false)}
      >
        <p className="font-semibold text-ink wrap-anywhere">{sentence}</p>
        <p>{t('endFollows')}</p>
        {command.message ? (
          <p role="alert" className="mt-2 text-bad">
            {command.message}
          </p>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
