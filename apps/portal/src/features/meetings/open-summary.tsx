'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { EndFields, endOf, type Wall } from '#features/silence/end-fields.tsx';
import { api } from '#trpc/client.ts';

/** Lays the summary record before the members until an end, or once more after it was changed. */
export function OpenSummary({
  meetingId,
  proposed,
  again,
}: {
  meetingId: string;
  proposed: Wall;
  again: boolean;
}) {
  const t = useTranslations('meetings.acts.openSummary');
  const command = useCommand(api.meetings.openSummary.mutate);
  return (
    <CommandDialog
      command={command}
      input={(form) => ({ meetingId, until: endOf(form) })}
      action={again ? t('again') : t('do')}
      look="primary"
      title={t('title')}
      submit={again ? t('again') : t('do')}
      done={t('done')}
    >
      <p className="max-w-measure text-ink-2">{t('note')}</p>
      <EndFields
        meetingId={meetingId}
        proposed={proposed}
        legend={t('until')}
        error={command.errorOf('until')}
      />
    </CommandDialog>
  );
}
