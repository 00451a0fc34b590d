'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type Props = { appointmentId: string; revision: number; until: string; zone: string; about: string };

/** Moves the day an appointment ends. Who saves second is told, and sees what they typed. */
export function ChangeAppointment({ appointmentId, revision, until, zone, about }: Props) {
  const t = useTranslations('person.changeAppointment');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.people.changeAppointment.mutate);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('open')}
        <span className="sr-only">: {about}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={about}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            appointmentId,
            revision,
            validUntil: form.get('until') ? dayEdge(String(form.get('until')), zone, 'end') : null,
          })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          <Field
            name="validUntil"
            label={t('until')}
            description={t('untilHint')}
            error={command.errorOf('validUntil')}
            optional
          >
            <TextField type="date" name="until" defaultValue={until} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
