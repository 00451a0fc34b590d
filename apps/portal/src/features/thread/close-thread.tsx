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

/** Closes a thread, or opens it again; either way with a reason that its readers see. */
export function CloseThread({ threadId, closed }: { threadId: string; closed: boolean }) {
  const t = useTranslations('thread.about');
  const c = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const turn = useCommand(closed ? api.threads.reopen.mutate : api.threads.close.mutate);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{closed ? t('reopen') : t('close')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={closed ? t('reopenTitle') : t('closeTitle')}>
        <CommandForm
          command={turn}
          submit={closed ? t('reopen') : t('close')}
          input={(form) => ({ threadId, reason: String(form.get('reason') ?? '') })}
          onDone={() => {
            setOpen(false);
            toast(closed ? t('reopenDone') : t('closeDone'));
            router.refresh();
          }}
          actions={<Button onClick={() => setOpen(false)}>{c('cancel')}</Button>}
        >
          <p className="text-ink-2">{closed ? t('reopenBody') : t('closeBody')}</p>
          <Field
            name="reason"
            label={t('reason')}
            description={t('reasonHelp')}
            error={turn.errorOf('reason')}
          >
            <TextArea name="reason" rows={3} maxLength={1000} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
