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

/** Takes the second factor of a person away, once the reason is given. */
export function ResetFactor({ personId, about }: { personId: string; about: string }) {
  const t = useTranslations('person.resetFactor');
  const words = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const reset = useCommand(api.people.resetFactor.mutate);
  const close = () => {
    setOpen(false);
    reset.reset();
  };
  return (
    <>
      <Button look="danger" size="small" onClick={() => setOpen(true)}>
        {t('open')}
        <span className="sr-only">: {about}</span>
      </Button>
      <Dialog open={open} onClose={close} title={t('title')}>
        <p className="font-semibold wrap-anywhere">{about}</p>
        <p className="mb-4 text-ink-2">{t('follows')}</p>
        <CommandForm
          command={reset}
          input={(form) => ({ personId, reason: String(form.get('reason') ?? '') })}
          submit={t('submit')}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
          onDone={() => {
            close();
            toast(t('done'));
            router.refresh();
          }}
        >
          <Field
            name="reason"
            label={t('reason')}
            description={t('reasonHint')}
            error={reset.errorOf('reason')}
          >
            <TextArea name="reason" rows={3} maxLength={500} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
