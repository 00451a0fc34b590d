'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { api } from '#trpc/client.ts';
import { type Facts, FactsFields } from './facts-fields.tsx';
import type { Shelf } from './types.ts';

type Props = { questionId: string; facts: Facts; archived: boolean; shelves: readonly Shelf[] };

/** Changes what a question is found by, and puts it away or back. */
export function QuestionActions({ questionId, facts: first, archived, shelves }: Props) {
  const t = useTranslations('bank');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [facts, setFacts] = useState(first);
  const change = useCommand(api.bank.change.mutate);
  const archive = useCommand(api.bank.archive.mutate);

  async function save() {
    if (!(await change.run({ questionId, ...facts }))) return;
    setOpen(false);
    router.refresh();
  }

  async function putAway() {
    if (await archive.run({ questionId, archived: !archived })) router.refresh();
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('changeFacts')}</Button>
      <Button disabled={archive.pending} onClick={putAway}>
        {archived ? t('restore') : t('archive')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('changeFacts')}>
        <ErrorSummary message={change.message} entries={change.entries} attempt={change.attempt} />
        <FactsFields facts={facts} onChange={setFacts} shelves={shelves} errorOf={change.errorOf} />
        <Button className="mt-5" look="primary" disabled={change.pending} onClick={save}>
          {t('saveFacts')}
        </Button>
      </Dialog>
    </>
  );
}
