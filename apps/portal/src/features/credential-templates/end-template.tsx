'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

/** Offers a template no more, after asking once more. */
export function EndTemplate(props: { templateId: string; revision: number; name: string }) {
  const { templateId, revision, name } = props;
  const t = useTranslations('credentialTemplates.end');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.credentialTemplates.end.mutate);
  async function end() {
    if (!(await command.run({ templateId, revision }))) return;
    router.push(paths.credentialTemplates());
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
        title={t('title', { name })}
        confirm={t('open')}
        danger
      >
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        {t('body')}
      </ConfirmDialog>
    </>
  );
}
