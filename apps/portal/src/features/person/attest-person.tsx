'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Level } from '#features/people/types.ts';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type Props = { personId: string; name: string; levels: readonly Level[]; zone: string; suggested: string };

/** A security officer vouches for somebody: a level, caveats, a day. No document is asked for or kept. */
export function AttestPerson({ personId, name, levels, zone, suggested }: Props) {
  const t = useTranslations('attestation');
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.people.attest.mutate);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('formTitle', { name })}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            personId,
            level: Number(form.get('level')),
            caveats: String(form.get('caveats') ?? '')
              .split(/[\s,;]+/)
              .filter(Boolean),
            validUntil: dayEdge(String(form.get('until') || '2000-01-01'), zone, 'end'),
          })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          <p className="text-sm text-ink-2">{t('follows')}</p>
          <RadioGroup
            name="level"
            legend={t('level')}
            defaultValue={String(levels.at(-1)?.rank ?? 0)}
            options={levels.map((level) => ({ value: String(level.rank), label: inLocale(locale, level) }))}
            error={command.errorOf('level')}
          />
          <Field
            name="caveats"
            label={t('caveats')}
            description={t('caveatsHint')}
            error={command.errorOf('caveats')}
            optional
          >
            <TextField name="caveats" autoComplete="off" />
          </Field>
          <Field name="validUntil" label={t('until')} error={command.errorOf('validUntil')}>
            <TextField type="date" name="until" defaultValue={suggested} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
