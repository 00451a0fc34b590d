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

/** Takes a credential back, once its reason is given. */
export function RevokeCredential({ credentialId, about }: { credentialId: string; about: string }) {
  const t = useTranslations('credential.revoke');
  const words = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const revoke = useCommand(api.credentials.revoke.mutate);
  const close = () => {
    setOpen(false);
    revoke.reset();
  };
  return (
    <>
      <Button look="danger" size="small" onClick={() => setOpen(true)}>
        {t('open')}
        <span className="sr-only">: {about}</span>
      </Button>
      <Dialog open={open} onClose={close} title={t('title')}>
        <p className="font-semibold wrap-anywhere">{about}</p>
        <p className="mb-4 text-ink-2">{t('body')}</p>
        <CommandForm
          command={revoke}
          input={(form) => ({ credentialId, reason: String(form.get('reason') ?? '') })}
          submit={t('confirm')}
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
            description={t('reasonNote')}
            error={revoke.errorOf('reason')}
          >
            <TextArea name="reason" rows={3} maxLength={500} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
