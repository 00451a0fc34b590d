'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { useEntry } from './use-entry.ts';

type Props = { next: string; way: 'passkey' | 'step-up' };

/** Signs in by a passkey and nothing else, or adds it to what was proved already. */
export function PasskeyButton({ next, way }: Props) {
  const t = useTranslations('signIn.passkey');
  const entry = useEntry();

  async function onPress() {
    const result = await entry.byPasskey(way);
    if (result.ok) location.assign(next);
    else entry.refuse(result.key);
  }

  return (
    <>
      <ErrorSummary message={entry.message} attempt={entry.attempt} />
      <Button className="w-full" disabled={entry.pending} onClick={onPress}>
        {t(way === 'passkey' ? 'signIn' : 'use')}
      </Button>
    </>
  );
}
