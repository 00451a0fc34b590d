'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

/** Ends a requirement, after asking once more. */
export function EndRequirement(props: { requirementId: string; revision: number; title: string }) {
  const { requirementId, revision, title } = props;
  const t = useTranslations('requirements.end');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.requirements.end.mutate);
  async function end() {
    if (!(await command.run({ requirementId, revision }))) return;
    router.push('/people/requirements');
    router.refresh();
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={end}
        pending={command.pending}
        title={t('title', { title })}
        confirm={t('open')}
        danger
      >
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        {t('body')}
      </ConfirmDialog>
    </>
  );
}
