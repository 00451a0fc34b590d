'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { NarrowForm } from '#features/consult/narrow-form.tsx';
import type { Marking } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';

type Props = { threadId: string; id: string; onClose: () => void };

/** Narrows the marking of an entry that was written already. */
export function NarrowDialog({ threadId, id, onClose }: Props) {
  const t = useTranslations('contribution');
  const c = useTranslations('common');
  const router = useRouter();
  const narrow = useCommand(api.contributions.narrow.mutate);
  const [marking, setMarking] = useState<Marking | null>(null);

  useEffect(() => {
    api.contributions.source
      .query({ contributionId: id })
      .then((entry) => setMarking(entry.marking))
      .catch(onClose);
  }, [id, onClose]);

  return (
    <Dialog open onClose={onClose} title={t('narrowTitle')}>
      {marking ? (
        <NarrowForm
          threadId={threadId}
          marking={marking}
          command={narrow}
          target={{ contributionId: id }}
          onDone={({ also }) => {
            onClose();
            toast(t('narrowedDone', { also }));
            router.refresh();
          }}
          actions={<Button onClick={onClose}>{c('cancel')}</Button>}
        />
      ) : (
        <p className="text-ink-2">{t('loading')}</p>
      )}
    </Dialog>
  );
}
