'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { DropPending } from './drop-pending.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Props = { codes: readonly string[]; secret: string; picture: string; next: string };

/** Three steps: scan, keep the recovery codes, type a code. Only the last puts the factor in force. */
export function FactorSetup({ codes, secret, picture, next }: Props) {
  const t = useTranslations('account.factor');
  const confirm = useCommand(api.account.confirmSecondFactor.mutate);
  return (
    <ol className="flex max-w-measure flex-col gap-8">
      <li>
        <h2 className="mb-2">{t('scan')}</h2>
        <p className="mb-3 text-ink-2">{t('scanHelp')}</p>
        {/* biome-ignore lint/performance/noImgElement: a picture made for this page, carried inside it */}
        <img src={picture} alt={t('picture')} width={200} height={200} className="rounded-md bg-paper" />
        <p className="mt-3 text-sm text-ink-2">{t('typeSecret')}</p>
        <p className="font-mono wrap-anywhere">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      </li>
      <li>
        <h2 className="mb-2">{t('keepCodes')}</h2>
        <p className="mb-3 text-ink-2">{t('keepCodesHelp')}</p>
        <RecoveryCodes codes={codes} />
      </li>
      <li>
        <h2 className="mb-2">{t('confirm')}</h2>
        <CommandForm
          command={confirm}
          input={(form) => ({ code: String(form.get('code') ?? '') })}
          submit={t('confirmAction')}
          actions={<DropPending />}
          onDone={() => location.assign(next)}
        >
          <Field name="code" label={t('code')} error={confirm.errorOf('code')}>
            <TextField name="code" inputMode="numeric" autoComplete="one-time-code" className="max-w-40" />
          </Field>
        </CommandForm>
      </li>
    </ol>
  );
}
