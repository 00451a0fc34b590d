'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { formatDate } from '#i18n/format.ts';
import type { Item } from './types.ts';

/** What came of an item, in a word, with its note and where it went. */
export function OutcomeWords({ outcome, zone }: { outcome: Item['outcome']; zone: string }) {
  const t = useTranslations('meetings.outcome');
  const locale = useLocale();
  if (!outcome) return null;
  const { to, note } = outcome;
  return (
    <div className="mt-2 border-l-3 border-accent pl-3">
      <p>
        <strong>{t(`is.${outcome.outcome}`)}</strong>
        {to ? (
          <>
            {' '}
            <Link href={paths.meeting(to.id)} className="text-accent underline underline-offset-4">
              {t('to', { title: to.title, day: formatDate(to.startsAt, { zone, locale, style: 'medium' }) })}
            </Link>
          </>
        ) : null}
      </p>
      {note ? <p className="max-w-measure whitespace-pre-line wrap-anywhere">{note}</p> : null}
    </div>
  );
}
