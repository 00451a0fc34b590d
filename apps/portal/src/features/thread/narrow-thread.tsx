'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { NarrowForm } from '#features/consult/narrow-form.tsx';
import type { Marking } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';

/** Narrows the marking of a whole thread. */
export function NarrowThread({ threadId, marking }: { threadId: string; marking: Marking }) {
  const t = useTranslations('thread.about');
  const c = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const narrow = useCommand(api.threads.narrow.mutate);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('narrow')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('narrowTitle')}>
        <NarrowForm
          threadId={threadId}
          marking={marking}
          command={narrow}
          target={{ threadId }}
          onDone={() => {
            setOpen(false);
            toast(t('narrowDone'));
            router.refresh();
          }}
          actions={<Button onClick={() => setOpen(false)}>{c('cancel')}</Button>}
        />
      </Dialog>
    </>
  );
}
