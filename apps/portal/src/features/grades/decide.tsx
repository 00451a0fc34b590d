'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { AboutField, aboutIn, reasonIn } from './about-field.tsx';
import type { About } from './types.ts';

type Props = { enrolmentId: string; name: string; columns: readonly About[] };

/** Decides over one person's result in one activity, or in the course as a whole. */
export function Decide({ enrolmentId, name, columns }: Props) {
  const t = useTranslations('grades.decide');
  const command = useCommand(api.grades.decide.mutate);
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
        outcome: outcomeOf(form.get('outcome')),
        percent: percentOf(form.get('percent')),
        reason: reasonIn(form),
      })}
    >
      <AboutField
        label={t('about')}
        columns={columns}
        chosen={columns[0]?.key}
        error={command.errorOf('activityKey')}
      />
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
        <TextField name="percent" inputMode="decimal" className="max-w-28" />
      </Field>
      <Field
        name="reason"
        label={t('reason')}
        description={t('reasonNote', { name })}
        error={command.errorOf('reason')}
      >
        <TextArea name="reason" rows={3} maxLength={1000} />
      </Field>
    </CommandDialog>
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
