'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { PersonFields, personValues } from './person-fields.tsx';
import type { Party } from './types.ts';

/** Creates a person and sends the invitation. */
export function InvitePerson({ parties }: { parties: readonly Party[] }) {
  const t = useTranslations('people');
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.people.invite.mutate);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('invite.open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('invite.title')}>
        <CommandForm
          command={command}
          submit={t('invite.submit')}
          input={(form) => ({
            ...personValues(form),
            email: String(form.get('email') ?? ''),
            locale: form.get('locale') === 'fr' ? ('fr' as const) : ('en' as const),
          })}
          onDone={({ personId }) => router.push(paths.person(personId))}
        >
          <PersonFields parties={parties} errorOf={command.errorOf} />
          <Field name="email" label={t('email')} error={command.errorOf('email')}>
            <TextField type="email" name="email" autoComplete="off" />
          </Field>
          <Field name="locale" label={t('language')}>
            <Select name="locale" defaultValue={locale}>
              <option value="en">{t('languages.en')}</option>
              <option value="fr">{t('languages.fr')}</option>
            </Select>
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
