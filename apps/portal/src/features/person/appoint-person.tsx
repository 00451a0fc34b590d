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
import { inLocale } from '#features/people/in-locale.ts';
import type { AppointmentChoices } from '#features/people/types.ts';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import { type RoleKey, roleScopes } from './roles.ts';

type Props = { personId: string; partyId: string; choices: AppointmentChoices; zone: string };

/** Appoints a person to a role: what, for what, and until when. */
export function AppointPerson({ personId, partyId, choices, zone }: Props) {
  const t = useTranslations('person.appoint');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <AppointForm
          personId={personId}
          partyId={partyId}
          choices={choices}
          zone={zone}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

function AppointForm({ personId, partyId, choices, zone, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('person.appoint');
  const roleNames = useTranslations('shell.roles');
  const locale = useLocale();
  const router = useRouter();
  const [role, setRole] = useState<RoleKey>('delegate');
  const command = useCommand(api.people.appoint.mutate);
  const scope = roleScopes[role];
  const offered = scope === 'alliance' ? [] : choices[scope];
  return (
    <CommandForm
      command={command}
      submit={t('submit')}
      input={(form) => ({
        personId,
        role,
        scope,
        scopeId: scope === 'alliance' ? null : String(form.get('scopeId')),
        validUntil: form.get('until') ? dayEdge(String(form.get('until')), zone, 'end') : null,
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Field name="role" label={t('role')}>
        <Select name="role" value={role} onChange={(event) => setRole(event.target.value as RoleKey)}>
          {(Object.keys(roleScopes) as RoleKey[]).map((key) => (
            <option key={key} value={key}>
              {roleNames(key)}
            </option>
          ))}
        </Select>
      </Field>
      {scope === 'alliance' ? null : (
        <Field name="scopeId" label={t(`for.${scope}`)} error={command.errorOf('scopeId')}>
          <Select name="scopeId" key={scope} defaultValue={scope === 'party' ? partyId : undefined}>
            {offered.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {inLocale(locale, choice)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        name="validUntil"
        label={t('until')}
        description={t('untilHint')}
        error={command.errorOf('validUntil')}
        optional
      >
        <TextField type="date" name="until" />
      </Field>
    </CommandForm>
  );
}
