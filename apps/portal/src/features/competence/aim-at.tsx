'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import { api } from '#trpc/client.ts';
import type { Competences } from './types.ts';

/** Chooses work to aim at: what it needs stands on the page from then on. */
export function AimAt({ choices }: { choices: Competences['choices'] }) {
  const t = useTranslations('competence.aim');
  const locale = useLocale();
  const router = useRouter();
  const command = useCommand(api.competence.aim.mutate);
  if (choices.length === 0) return null;
  return (
    <section aria-labelledby="aim" className="border-t border-line pt-5">
      <h2 id="aim" className="mb-1 text-base">
        {t('title')}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{t('lead')}</p>
      <CommandForm
        command={command}
        submit={t('submit')}
        input={(form) => ({ workRoleId: String(form.get('workRoleId')), aims: true })}
        onDone={() => router.refresh()}
      >
        <Field name="workRoleId" label={t('work')} error={command.errorOf('workRoleId')}>
          <Select name="workRoleId">
            {choices.map((work) => (
              <option key={work.id} value={work.id}>
                {inLocale(locale, work)}
              </option>
            ))}
          </Select>
        </Field>
      </CommandForm>
    </section>
  );
}

/** Aims at it no more. */
export function AimButton({ workRoleId, name }: { workRoleId: string; name: string }) {
  const t = useTranslations('competence.aim');
  const router = useRouter();
  const command = useCommand(api.competence.aim.mutate);
  return (
    <>
      <Button
        size="small"
        disabled={command.pending}
        onClick={async () => {
          if (await command.run({ workRoleId, aims: false })) router.refresh();
        }}
      >
        {t('drop')}
        <span className="sr-only">: {name}</span>
      </Button>
      {command.message ? (
        <span role="alert" className="text-sm text-bad">
          {command.message}
        </span>
      ) : null}
    </>
  );
}
