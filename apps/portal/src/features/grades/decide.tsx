'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import type { About } from './types.ts';

type Props = { enrolmentId: string; name: string; columns: readonly About[] };

/** Decides over one person's result in one activity, or in the course as a whole. */
export function Decide({ enrolmentId, name, columns }: Props) {
  const t = useTranslations('grades.decide');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.grades.decide.mutate);
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
            outcome: outcomeOf(form.get('outcome')),
            percent: percentOf(form.get('percent')),
            reason: String(form.get('reason') ?? '').trim(),
          })}
          onDone={() => {
            close();
            toast(t('saved'));
            router.refresh();
          }}
        >
          <Field name="about" label={t('about')} error={command.errorOf('activityKey')}>
            <Select name="about">
              {columns.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
              <option value="">{t('whole')}</option>
            </Select>
          </Field>
          <RadioGroup
            name="outcome"
            legend={t('outcome')}
            defaultValue="pass"
            options={(['pass', 'fail', 'computed'] as const).map((value) => ({
              value,
              label: t(value),
              description: t(`${value}Note`),
            }))}
          />
          <Field name="percent" label={t('percent')} error={command.errorOf('percent')} optional>
            <TextField name="percent" inputMode="decimal" className="w-28" />
          </Field>
          <Field
            name="reason"
            label={t('reason')}
            description={t('reasonNote', { name })}
            error={command.errorOf('reason')}
          >
            <TextArea name="reason" rows={3} maxLength={1000} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}

function outcomeOf(value: FormDataEntryValue | null): 'pass' | 'fail' | 'computed' {
  return value === 'fail' || value === 'computed' ? value : 'pass';
}

/** A figure with a comma or a point; nothing typed is none, and what is no figure is refused by the server. */
function percentOf(value: FormDataEntryValue | null): number | null {
  const typed = String(value ?? '').trim();
  return typed === '' ? null : Number(typed.replace(',', '.'));
}
