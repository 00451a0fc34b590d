'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import { AboutField, aboutIn, reasonIn } from './about-field.tsx';
import type { About } from './types.ts';

type Props = { enrolmentId: string; name: string; columns: readonly About[]; zone: string };

/** Gives one person a later last day, for one activity or for the course as a whole. */
export function MoreTime({ enrolmentId, name, columns, zone }: Props) {
  const t = useTranslations('grades.extend');
  const command = useCommand(api.grades.extend.mutate);
  return (
    <CommandDialog
      command={command}
      action={t('open')}
      label={t('openFor', { name })}
      title={t('title', { name })}
      submit={t('save')}
      done={t('saved')}
      input={(form) => ({
        enrolmentId,
        activityKey: aboutIn(form),
        dueAt: dayEdge(String(form.get('due') || '2000-01-01'), zone, 'end'),
        reason: reasonIn(form),
      })}
    >
      <AboutField label={t('about')} columns={columns} error={command.errorOf('activityKey')} />
      <Field name="dueAt" label={t('due')} error={command.errorOf('dueAt')}>
        <TextField type="date" name="due" />
      </Field>
      <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
        <TextArea name="reason" rows={3} maxLength={1000} />
      </Field>
    </CommandDialog>
  );
}
