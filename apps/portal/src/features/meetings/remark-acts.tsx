'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { api } from '#trpc/client.ts';
import type { Remark } from './types.ts';

type Making = { meetingId: string; itemId: string | null; about: string; over: boolean };

/** Says in the nation's name that an item, or the whole, is not right. */
export function MakeRemark({ meetingId, itemId, about, over }: Making) {
  const t = useTranslations('meetings.remarks');
  const command = useCommand(api.meetings.remark.mutate);
  return (
    <CommandDialog
      command={command}
      input={(form) => ({ meetingId, itemId, words: String(form.get('words') ?? '') })}
      action={t('make')}
      about={about}
      title={t('makeTitle')}
      submit={t('send')}
      done={t('made')}
    >
      <p className="font-semibold wrap-anywhere">{about}</p>
      <p className="max-w-measure text-ink-2">{t(over ? 'followsLate' : 'follows')}</p>
      <Field name="words" label={t('words')} error={command.errorOf('words')}>
        <TextArea name="words" rows={4} maxLength={4000} />
      </Field>
    </CommandDialog>
  );
}

/** Says why the record stays as it is. */
export function AnswerRemark({ remark, about }: { remark: Remark; about: string }) {
  const t = useTranslations('meetings.remarks');
  const command = useCommand(api.meetings.answerRemark.mutate);
  return (
    <CommandDialog
      command={command}
      input={(form) => ({ remarkId: remark.id, reason: String(form.get('reason') ?? '') })}
      action={t('answer')}
      about={about}
      title={t('answerTitle')}
      submit={t('answer')}
      done={t('answered')}
    >
      <p className="max-w-measure text-ink-2">{t('answerFollows')}</p>
      <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
        <TextArea name="reason" rows={3} maxLength={2000} defaultValue={remark.answer ?? ''} />
      </Field>
    </CommandDialog>
  );
}

/** Takes a remark of the own nation back. */
export function TakeBackRemark({ remarkId, about }: { remarkId: string; about: string }) {
  const t = useTranslations('meetings.remarks');
  const command = useCommand(api.meetings.takeBackRemark.mutate);
  return (
    <CommandDialog
      command={command}
      input={() => ({ remarkId })}
      action={t('takeBack')}
      about={about}
      title={t('takeBackTitle')}
      submit={t('takeBack')}
      done={t('takenBack')}
    >
      <p className="max-w-measure text-ink-2">{t('takeBackFollows')}</p>
    </CommandDialog>
  );
}
