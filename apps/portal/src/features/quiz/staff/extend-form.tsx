'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { instantAt, wallTime } from './wall-time.ts';

type Given = { extraMinutes: number; extraAttempts: number; closesAt: string | null; reason: string } | null;
type Props = {
  enrolmentId: string;
  activityId: string;
  name: string;
  given: Given;
  /** Whether the quiz has a time limit, a number of attempts, a close at all. */
  limits: { minutes: boolean; attempts: boolean; closes: boolean };
};

/** Gives one person more time, attempts or a later close. */
export function ExtendForm({ enrolmentId, activityId, name, given, limits }: Props) {
  const t = useTranslations('quizStaff.extend');
  const zone = useTimeZone() ?? 'UTC';
  const extend = useCommand(api.quizzes.extend.mutate);
  return (
    <CommandDialog
      command={extend}
      action={t('open')}
      label={t('openFor', { name })}
      title={t('title', { name })}
      submit={t('save')}
      input={(form) => ({
        enrolmentId,
        activityId,
        extraMinutes: Number(form.get('extraMinutes') ?? 0),
        extraAttempts: Number(form.get('extraAttempts') ?? 0),
        closesAt: instantAt(String(form.get('closesAt') ?? ''), zone),
        reason: String(form.get('reason')),
      })}
    >
      {limits.minutes ? (
        <Field name="extraMinutes" label={t('minutes')} error={extend.errorOf('extraMinutes')}>
          <TextField
            name="extraMinutes"
            type="number"
            min={0}
            max={600}
            defaultValue={given?.extraMinutes ?? 0}
          />
        </Field>
      ) : null}
      {limits.attempts ? (
        <Field name="extraAttempts" label={t('attempts')} error={extend.errorOf('extraAttempts')}>
          <TextField
            name="extraAttempts"
            type="number"
            min={0}
            max={20}
            defaultValue={given?.extraAttempts ?? 0}
          />
        </Field>
      ) : null}
      {limits.closes ? (
        <Field name="closesAt" label={t('closes')} error={extend.errorOf('closesAt')} optional>
          <TextField
            name="closesAt"
            type="datetime-local"
            defaultValue={given?.closesAt ? wallTime(given.closesAt, zone) : ''}
          />
        </Field>
      ) : null}
      <Field name="reason" label={t('reason')} description={t('reasonHelp')} error={extend.errorOf('reason')}>
        <TextField name="reason" maxLength={500} defaultValue={given?.reason ?? ''} />
      </Field>
    </CommandDialog>
  );
}
