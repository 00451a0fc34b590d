'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { makeSecret } from '#commands/secret.ts';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';

/** Makes a key in this browser, and shows it once. */
export function MakeKey({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('checks');
  const router = useRouter();
  return (
    <PlanDialog action={t('make')} title={t('make')}>
      {(close) => (
        <KeyForm
          exerciseId={exerciseId}
          onDone={() => {
            close();
            router.refresh();
          }}
        />
      )}
    </PlanDialog>
  );
}

function KeyForm({ exerciseId, onDone }: { exerciseId: string; onDone: () => void }) {
  const t = useTranslations('checks');
  const secret = useRef<string | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const command = useCommand(api.checks.makeKey.mutate);
  if (made !== null)
    return (
      <>
        <p className="mb-2">{t('once')}</p>
        <Field name="key" label={t('key')}>
          <TextField name="key" readOnly value={made} onFocus={(event) => event.target.select()} />
        </Field>
        <div className="mt-6">
          <Button look="primary" onClick={onDone}>
            {t('kept')}
          </Button>
        </div>
      </>
    );
  return (
    <CommandForm
      command={command}
      submit={t('make')}
      input={(form) => {
        // The same through every try, so that a repeated request makes one key.
        secret.current ??= makeSecret();
        return {
          ...{ exerciseId, secret: secret.current, name: String(form.get('name') ?? '').trim() },
          days: Number(form.get('days')),
        };
      }}
      onDone={() => setMade(secret.current)}
    >
      <Field name="name" label={t('name')} description={t('nameNote')} error={command.errorOf('name')}>
        <TextField name="name" maxLength={100} autoComplete="off" />
      </Field>
      <Field name="days" label={t('days')} error={command.errorOf('days')}>
        <TextField
          name="days"
          inputMode="numeric"
          maxLength={2}
          defaultValue="7"
          autoComplete="off"
          className="max-w-24"
        />
      </Field>
    </CommandForm>
  );
}
