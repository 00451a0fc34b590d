'use client';

import { wayBack } from '@concord/api/features/account/rules';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field, fieldId } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useEntry } from './use-entry.ts';
import { useProofs } from './use-proofs.ts';

type By = 'password' | 'code';
type Props = { onProved: () => void; onClose: () => void };

/** Asks for one of the proofs the person has: the password, a code, or the identity provider once more. */
export function ProofForm({ onProved, onClose }: Props) {
  const t = useTranslations('account.stepUp');
  const common = useTranslations('common');
  const entry = useEntry();
  const proofs = useProofs();
  const [chosen, setBy] = useState<By | null>(null);
  const by = chosen ?? proofs.first;

  // A native dialog puts the focus on its first button when it opens; the question comes first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other question takes the focus too
  useEffect(() => {
    const frame = requestAnimationFrame(() => document.getElementById(fieldId('proof'))?.focus());
    return () => cancelAnimationFrame(frame);
  }, [by]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const proof = String(new FormData(event.currentTarget).get('proof') ?? '');
    const result = await entry.run('step-up', { [by]: proof });
    if (result.ok) onProved();
    else entry.refuse(result.key);
  }

  async function onPasskey() {
    const result = await entry.byPasskey('step-up');
    if (result.ok) onProved();
    else entry.refuse(result.key);
  }

  const { provider } = proofs;
  return (
    <form method="post" onSubmit={onSubmit} noValidate aria-busy={entry.pending}>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      <ErrorSummary message={entry.message} attempt={entry.attempt} />
      {proofs.typed ? <ProofField key={by} by={by} /> : null}
      {proofs.both ? (
        <Button look="quiet" className="mt-2" onClick={() => setBy(by === 'password' ? 'code' : 'password')}>
          {t(by === 'password' ? 'useCode' : 'usePassword')}
        </Button>
      ) : null}
      {proofs.passkey ? (
        <div className="mt-4 border-t border-line pt-4">
          <Button disabled={entry.pending} onClick={onPasskey}>
            {t('passkey')}
          </Button>
        </div>
      ) : null}
      {provider ? (
        <div className="mt-4 border-t border-line pt-4">
          <Button disabled={entry.pending} onClick={() => entry.leave(hereAgain(), true)}>
            {t('provider', { provider })}
          </Button>
          <p className="mt-2 text-sm text-ink-2">{t('providerHelp')}</p>
        </div>
      ) : null}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        {proofs.typed ? (
          <Button type="submit" look="primary" disabled={entry.pending}>
            {common('continue')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function ProofField({ by }: { by: By }) {
  const t = useTranslations('account.stepUp');
  return (
    <Field name="proof" label={t(by)}>
      <TextField
        name="proof"
        type={by === 'password' ? 'password' : 'text'}
        autoComplete={by === 'password' ? 'current-password' : 'one-time-code'}
        spellCheck={false}
      />
    </Field>
  );
}

function hereAgain(): string {
  return wayBack.enter(`${location.pathname}${location.search}`);
}
