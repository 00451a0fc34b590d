'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { api } from '#trpc/client.ts';

/** Cancels a date, with the reason people are told. */
export function CancelDate(props: { liveSessionId: string; revision: number; said: string }) {
  const { liveSessionId, revision, said } = props;
  const t = useTranslations('liveSessions.cancel');
  const command = useCommand(api.liveSessions.cancel.mutate);
  return (
    <CommandDialog
      command={command}
      action={t('open')}
      about={said}
      look="danger"
      title={t('title')}
      submit={t('submit')}
      done={t('done')}
      input={(form) => ({ liveSessionId, revision, reason: String(form.get('reason') ?? '') })}
    >
      <p className="text-ink-2">{t('lead', { at: said })}</p>
      <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
        <TextArea name="reason" rows={2} maxLength={500} />
      </Field>
    </CommandDialog>
  );
}
