'use client';

import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { formatInstant } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type History = inferRouterOutputs<AppRouter>['contributions']['history'];

/** Everything an entry has said, the latest wording first. */
export function HistoryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('contribution');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const [history, setHistory] = useState<History | null>(null);

  useEffect(() => {
    api.contributions.history.query({ contributionId: id }).then(setHistory).catch(onClose);
  }, [id, onClose]);

  return (
    <Dialog open onClose={onClose} title={t('historyTitle')}>
      {history ? null : <p className="text-ink-2">{t('loading')}</p>}
      <ol className="flex flex-col gap-4">
        {history?.revisions.toReversed().map((one) => (
          <li key={one.revision} className="border-t border-line pt-3">
            <h3 className="mb-1 text-sm text-ink-2">
              {t('version', {
                number: one.revision,
                when: formatInstant(one.at, { zone, locale, style: 'medium' }),
              })}
              {one.revision === history.revisions.length ? ` · ${t('now')}` : null}
            </h3>
            <RenderedText html={one.html} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
