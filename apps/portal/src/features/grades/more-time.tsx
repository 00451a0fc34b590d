'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import type { About } from './types.ts';

type Props = { enrolmentId: string; name: string; columns: readonly About[]; zone: string };

/** Gives one person a later last day, for one activity or for the course as a whole. */
export function MoreTime({ enrolmentId, name, columns, zone }: Props) {
  const t = useTranslations('grades.extend');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.grades.extend.mutate);
  const close = () => {
    command.reset();
    setOpen(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t('openFor', { name })}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={t('title', { name })}>
        <CommandForm
          command={command}
          submit={t('save')}
          input={(form) => ({
            enrolmentId,
            activityKey: String(form.get('about') ?? '') || null,
            dueAt: dayEdge(String(form.get('due') || '2000-01-01'), zone, 'end'),
            reason: String(form.get('reason') ?? '').trim(),
          })}
          onDone={() => {
            close();
            toast(t('saved'));
            router.refresh();
          }}
        >
          <Field name="about" label={t('about')} error={command.errorOf('activityKey')}>
            <Select name="about" defaultValue="">
              <option value="">{t('whole')}</option>
              {columns.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="dueAt" label={t('due')} error={command.errorOf('dueAt')}>
            <TextField type="date" name="due" />
          </Field>
          <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
            <TextArea name="reason" rows={3} maxLength={1000} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
