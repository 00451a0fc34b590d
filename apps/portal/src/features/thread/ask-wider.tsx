'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Marking, MarkingChoices } from '#features/consult/types.ts';
import { WiderForm } from '#features/consult/wider-form.tsx';
import { api } from '#trpc/client.ts';

/** Asks that a whole thread be opened wider. */
export function AskWider({
  threadId,
  bodyCode,
  marking,
}: {
  threadId: string;
  bodyCode: string;
  marking: Marking;
}) {
  const t = useTranslations('thread.about');
  const m = useTranslations('markings');
  const c = useTranslations('common');
  const router = useRouter();
  const [choices, setChoices] = useState<MarkingChoices | null>(null);
  const close = () => setChoices(null);

  async function open() {
    const body = await api.bodies.byCode.query({ bodyCode }).catch(() => null);
    if (body) setChoices({ levels: body.levels, parties: body.parties });
  }

  return (
    <>
      <Button onClick={open}>{t('askWider')}</Button>
      <Dialog open={choices !== null} onClose={close} title={m('wider.title')}>
        {choices ? (
          <WiderForm
            threadId={threadId}
            marking={marking}
            choices={choices}
            whole={{ label: m('allies'), releasableTo: ['ALLIES'] }}
            onDone={() => {
              close();
              toast(m('wider.asked'));
              router.refresh();
            }}
            actions={<Button onClick={close}>{c('cancel')}</Button>}
          />
        ) : null}
      </Dialog>
    </>
  );
}
