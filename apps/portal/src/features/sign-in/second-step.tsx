'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { CodeField } from './code-field.tsx';
import { useEntry } from './use-entry.ts';

/** The second factor of somebody who came in by one: then the portal opens what it opens to two. */
export function SecondStep({ next }: { next: string }) {
  const t = useTranslations('signIn');
  const entry = useEntry();

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    const result = await entry.run('step-up', { code });
    if (result.ok) location.assign(next);
    else entry.refuse(result.key);
  }

  return (
    <form method="post" onSubmit={onSubmit} noValidate aria-busy={entry.pending}>
      <ErrorSummary message={entry.message} attempt={entry.attempt} />
      <CodeField />
      <Button type="submit" look="primary" className="mt-6" disabled={entry.pending}>
        {t('sendCode')}
      </Button>
    </form>
  );
}
