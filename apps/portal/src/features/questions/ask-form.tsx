'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';

type Props = { course: string; activity: string; onDone: () => void; onClose: () => void };

/** Asks a question about this part of the course. */
export function AskForm({ course, activity, onDone, onClose }: Props) {
  const t = useTranslations('questions.ask');
  const ask = useCommand(api.questions.ask.mutate);
  return (
    <div className="mt-4 max-w-measure">
      <CommandForm
        command={ask}
        input={(form) => ({
          course,
          activity,
          title: String(form.get('title') ?? ''),
          text: String(form.get('text') ?? ''),
        })}
        submit={t('send')}
        actions={<Button onClick={onClose}>{t('cancel')}</Button>}
        onDone={onDone}
      >
        <Field name="title" label={t('title')} error={ask.errorOf('title')}>
          <TextField name="title" maxLength={200} autoFocus />
        </Field>
        <Field name="text" label={t('text')} description={t('textHelp')} error={ask.errorOf('text')}>
          <TextArea name="text" rows={4} />
        </Field>
      </CommandForm>
    </div>
  );
}
