'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { AudienceLine } from '#features/consult/audience-line.tsx';
import { asInput } from '#features/consult/marking-input.ts';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Marking } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';

type Props = {
  requestId: string;
  threadId: string;
  may: { confirm: boolean; refuse: boolean };
  about: string;
  /** What it would be marked with. */
  marking: Marking | undefined;
};

/** What the second person says: yes, after being told what follows, or no. */
export function DecideWider({ requestId, threadId, may, about, marking }: Props) {
  const t = useTranslations('thread.about');
  const m = useTranslations('markings');
  const locale = useLocale();
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
        {marking ? (
          <p className="mb-3 text-ink">
            <strong>{marking.levelName}</strong> · {releaseWords(marking, m, locale)}.{' '}
            <AudienceLine threadId={threadId} marking={asInput(marking)} />
          </p>
        ) : null}
        <p>{t('confirmBody')}</p>
      </ConfirmDialog>
    </div>
  );
}
