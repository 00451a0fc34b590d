'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { formatSecond } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import type { AttemptView } from './answer-store.ts';

/** When the last answer reached the server, or why it has not yet. Trouble is read out; each saving is not. */
export function SyncLine({ view }: { view: AttemptView }) {
  const t = useTranslations('quiz.sync');
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  const trouble = view.sync === 'offline' || view.sync === 'signedOut' ? t(view.sync) : null;
  return (
    <>
      {view.sync === 'saving' ? <span className="text-sm text-ink-2">{t('saving')}</span> : null}
      {view.sync === 'idle' && view.savedAt ? (
        <span className="text-sm text-ink-2">
          <span aria-hidden="true">✓ </span>
          <time dateTime={view.savedAt}>
            {t('saved', { time: formatSecond(view.savedAt, { zone, locale }) })}
          </time>
        </span>
      ) : null}
      <div role="status" className="basis-full text-sm empty:hidden">
        {trouble ? <p className="border-l-3 border-warn pl-3 font-medium text-warn">{trouble}</p> : null}
        {view.elsewhere ? (
          <p className="border-l-3 border-accent-line pl-3 text-ink-2">{t('elsewhere')}</p>
        ) : null}
      </div>
    </>
  );
}
