'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { useEntry } from './use-entry.ts';

type Props = { provider: string; callbackUrl: string; words: 'signIn' | 'open' };

/** Signs in, or opens an account, by the identity provider of one's own organisation. */
export function ProviderButton({ provider, callbackUrl, words }: Props) {
  const t = useTranslations('signIn.provider');
  const entry = useEntry();
  return (
    <>
      <ErrorSummary message={entry.message} attempt={entry.attempt} />
      <Button className="w-full" disabled={entry.pending} onClick={() => entry.leave(callbackUrl)}>
        {t(words, { provider })}
      </Button>
    </>
  );
}
