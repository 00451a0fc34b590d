'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { ProofForm } from './proof-form.tsx';
import { offerStepUp } from './step-up.ts';

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
