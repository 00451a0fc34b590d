'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

type Mailing = 'each' | 'daily' | 'none';

const mailings: readonly Mailing[] = ['daily', 'each', 'none'];
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Mail for each notification, one a day at an hour, or none. */
export function MailForm({ mail }: { mail: { mailing: Mailing; digestHour: number } }) {
  const t = useTranslations('account.mail');
  const router = useRouter();
  const command = useCommand(api.shell.setPreferences.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({
        mailing: String(form.get('mailing')) as Mailing,
        digestHour: Number(form.get('digestHour')),
      })}
      onDone={() => {
        toast(t('saved'));
        router.refresh();
      }}
    >
      <RadioGroup
        name="mailing"
        legend={t('title')}
        legendHidden
        defaultValue={mail.mailing}
        options={mailings.map((value) => ({ value, label: t(value) }))}
      />
      <Field
        name="digestHour"
        label={t('hour')}
        description={t('hourNote')}
        error={command.errorOf('digestHour')}
      >
        <Select name="digestHour" defaultValue={mail.digestHour}>
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {`${String(hour).padStart(2, '0')}:00`}
            </option>
          ))}
        </Select>
      </Field>
    </CommandForm>
  );
}
