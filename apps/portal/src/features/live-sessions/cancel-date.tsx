'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Cancels a date, with the reason people are told. */
export function CancelDate(props: { liveSessionId: string; revision: number; said: string }) {
  const { liveSessionId, revision, said } = props;
  const t = useTranslations('liveSessions.cancel');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.liveSessions.cancel.mutate);
  return (
    <>
      <Button size="small" look="danger" onClick={() => setOpen(true)}>
        {t('open')}
        <span className="sr-only">: {said}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <p className="mb-4 text-ink-2">{t('lead', { at: said })}</p>
        <CommandForm
          command={command}
          submit={t('submit')}
          look="danger"
          input={(form) => ({ liveSessionId, revision, reason: String(form.get('reason') ?? '') })}
          onDone={() => {
            setOpen(false);
            toast(t('done'));
            router.refresh();
          }}
        >
          <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
            <TextArea name="reason" rows={2} maxLength={500} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
