'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type Props = { appointmentId: string; revision: number; until: string; zone: string; about: string };

/** Moves the day an appointment ends. Who saves second is told, and sees what they typed. */
export function ChangeAppointment({ appointmentId, revision, until, zone, about }: Props) {
  const t = useTranslations('person.changeAppointment');
  const command = useCommand(api.people.changeAppointment.mutate);
  return (
    <CommandDialog
      command={command}
      action={t('open')}
      about={about}
      title={about}
      submit={t('submit')}
      input={(form) => ({
        appointmentId,
        revision,
        validUntil: form.get('until') ? dayEdge(String(form.get('until')), zone, 'end') : null,
      })}
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
    </CommandDialog>
  );
}
