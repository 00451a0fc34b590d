'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Marking, MarkingChoices } from '#features/consult/types.ts';
import { WiderForm } from '#features/consult/wider-form.tsx';
import { api } from '#trpc/client.ts';

type Props = { threadId: string; id: string; onClose: () => void };
type Known = { marking: Marking; choices: MarkingChoices };

/** Asks that an entry be opened wider, as far as its thread goes. */
export function WidenDialog({ threadId, id, onClose }: Props) {
  const t = useTranslations('markings');
  const c = useTranslations('common');
  const router = useRouter();
  const [known, setKnown] = useState<Known | null>(null);

  useEffect(() => {
    Promise.all([
      api.contributions.source.query({ contributionId: id }),
      api.threads.choices.query({ threadId }),
    ])
      .then(([{ marking }, choices]) => setKnown({ marking, choices }))
      .catch(onClose);
  }, [threadId, id, onClose]);

  return (
    <Dialog open onClose={onClose} title={t('wider.title')}>
      {known ? (
        <WiderForm
          threadId={threadId}
          contributionId={id}
          {...known}
          whole={{ label: t('all'), releasableTo: known.choices.parties.map((party) => party.id) }}
          onDone={() => {
            onClose();
            toast(t('wider.asked'));
            router.refresh();
          }}
          actions={<Button onClick={onClose}>{c('cancel')}</Button>}
        />
      ) : (
        <p className="text-ink-2">{t('counting')}</p>
      )}
    </Dialog>
  );
}
