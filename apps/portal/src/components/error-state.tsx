'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import lastResort from '#components/last-resort.json';
import { type Locale, negotiateLocale } from '#i18n/locales.ts';
import { Button } from './ui/button.tsx';
import { LinkButton } from './ui/link-button.tsx';

export type PageError = Error & { digest?: string };

/**
 * Says that a page failed and what to do. It carries its words itself: where it is needed, the provider that would
 * bring them may be what failed.
 */
export function ErrorState({ error, onRetry }: { error: PageError; onRetry: () => void }) {
  const router = useRouter();
  const [locale, setLocale] = useState<Locale>('en');
  useEffect(() => setLocale(negotiateLocale(document.documentElement.lang)), []);
  const words = lastResort[locale];

  function retry() {
    startTransition(() => {
      router.refresh();
      onRetry();
    });
  }

  return (
    <div role="alert">
      <title>{words.title}</title>
      <h1 className="mb-2">{words.title}</h1>
      <p className="mb-3 max-w-measure text-ink-2">{words.body}</p>
      {error.digest ? (
        <p className="mb-6 font-mono text-sm text-ink-3">
          {words.reference.replace('{reference}', error.digest)}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={retry}>{words.retry}</Button>
        <LinkButton href="/">{words.home}</LinkButton>
      </div>
    </div>
  );
}
