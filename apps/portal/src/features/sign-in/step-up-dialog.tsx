'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, fieldId } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { offerStepUp } from './step-up.ts';
import { useEntry } from './use-entry.ts';

/** Asks for the password, or a code, before something sensitive; what was asked for then goes on by itself. */
export function StepUpDialog() {
  const t = useTranslations('account.stepUp');
  const settle = useRef<((proved: boolean) => void) | null>(null);
  const [open, setOpen] = useState(false);

  useEffect(
    () =>
      offerStepUp(() => {
        settle.current?.(false);
        setOpen(true);
        return new Promise<boolean>((resolve) => {
          settle.current = resolve;
        });
      }),
    [],
  );

  function finish(proved: boolean) {
    settle.current?.(proved);
    settle.current = null;
    setOpen(false);
  }

  return (
    <Dialog open={open} onClose={() => finish(false)} title={t('title')}>
      <ProofForm onProved={() => finish(true)} onClose={() => finish(false)} />
    </Dialog>
  );
}

function ProofForm({ onProved, onClose }: { onProved: () => void; onClose: () => void }) {
  const t = useTranslations('account.stepUp');
  const common = useTranslations('common');
  const entry = useEntry();
  const [by, setBy] = useState<'password' | 'code'>('password');

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

  return (
    <form method="post" onSubmit={onSubmit} noValidate aria-busy={entry.pending}>
      <p className="mb-4 text-ink-2">{t('lead')}</p>
      <ErrorSummary message={entry.message} attempt={entry.attempt} />
      <Field key={by} name="proof" label={t(by)}>
        <TextField
          name="proof"
          type={by === 'password' ? 'password' : 'text'}
          autoComplete={by === 'password' ? 'current-password' : 'one-time-code'}
          spellCheck={false}
        />
      </Field>
      <Button look="quiet" className="mt-2" onClick={() => setBy(by === 'password' ? 'code' : 'password')}>
        {t(by === 'password' ? 'useCode' : 'usePassword')}
      </Button>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" look="primary" disabled={entry.pending}>
          {common('continue')}
        </Button>
      </div>
    </form>
  );
}
