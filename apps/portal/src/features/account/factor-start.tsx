'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Notice } from '#components/notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

/** Before a second factor, or a change of it: what it takes, and the button that prepares it. */
export function FactorStart({ confirmed, needed }: { confirmed: boolean; needed: boolean }) {
  const t = useTranslations('account.factor');
  const router = useRouter();
  const start = useCommand(api.account.startSecondFactor.mutate);
  const renew = useCommand(api.account.renewRecoveryCodes.mutate);

  async function run(command: typeof start) {
    if (await command.run({})) router.refresh();
  }

  return (
    <div className="max-w-measure">
      {needed && !confirmed ? (
        <Notice kind="warn" title={t('needed')}>
          {t('neededWhy')}
        </Notice>
      ) : null}
      <ErrorSummary message={start.message ?? renew.message} attempt={start.attempt + renew.attempt} />
      <p className="mb-5 text-ink-2">{t(confirmed ? 'changeWhat' : 'setUpWhat')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={start.pending} onClick={() => run(start)}>
          {t(confirmed ? 'change' : 'setUp')}
        </Button>
        {confirmed ? (
          <Button disabled={renew.pending} onClick={() => run(renew)}>
            {t('renewCodes')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
