'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
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
  const router = useRouter();
  const zone = useTimeZone() ?? 'UTC';
  useLocale();
  const [open, setOpen] = useState(false);
  const extend = useCommand(api.quizzes.extend.mutate);
  const close = () => {
    extend.reset();
    setOpen(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t('openFor', { name })}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={t('title', { name })}>
        <CommandForm
          command={extend}
          submit={t('save')}
          input={(form) => ({
            enrolmentId,
            activityId,
            extraMinutes: Number(form.get('extraMinutes') ?? 0),
            extraAttempts: Number(form.get('extraAttempts') ?? 0),
            closesAt: instantAt(String(form.get('closesAt') ?? ''), zone),
            reason: String(form.get('reason')),
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
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
          <Field
            name="reason"
            label={t('reason')}
            description={t('reasonHelp')}
            error={extend.errorOf('reason')}
          >
            <TextField name="reason" maxLength={500} defaultValue={given?.reason ?? ''} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
