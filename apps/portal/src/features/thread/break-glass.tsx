'use client';

import { glassHours } from '@concord/api/features/threads/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

/** Breaks the glass of a thread by its address: for how long, and why. */
export function BreakGlass() {
  const t = useTranslations('glass');
  const router = useRouter();
  const command = useCommand(api.threads.breakGlass.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('break')}
      look="danger"
      input={(form) => ({
        threadId: idIn(String(form.get('threadId') ?? '')),
        hours: Number(form.get('hours')) as (typeof glassHours)[number],
        reason: String(form.get('reason') ?? '').trim(),
      })}
      onDone={({ threadId }) => router.push(paths.thread(threadId))}
    >
      <p className="max-w-measure">{t('note')}</p>
      <Field
        name="threadId"
        label={t('address')}
        description={t('addressHelp')}
        error={command.errorOf('threadId')}
      >
        <TextField name="threadId" autoComplete="off" />
      </Field>
      <Field name="hours" label={t('hours')} error={command.errorOf('hours')}>
        <Select name="hours" defaultValue={4}>
          {glassHours.map((hours) => (
            <option key={hours} value={hours}>
              {t('forHours', { hours })}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        name="reason"
        label={t('reason')}
        description={t('reasonHelp')}
        error={command.errorOf('reason')}
      >
        <TextArea name="reason" rows={3} maxLength={1000} />
      </Field>
    </CommandForm>
  );
}

/** The thread's id in what was pasted: an address of the portal, or the id by itself. */
function idIn(pasted: string): string {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(pasted)?.[0] ?? pasted.trim();
}
