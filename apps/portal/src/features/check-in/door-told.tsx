import { showCode } from '@concord/api/features/check-in/rules';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { formatInstant } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Told } from './types.ts';

/** What became of the badge shown last, large enough to be read at arm's length. */
export function DoorTold({ told }: { told: Told | null }) {
  const t = useTranslations('checkIn.told');
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  const time = (at: string) => formatInstant(at, { zone, locale, style: 'short' });
  return (
    <div role="status" aria-live="assertive" className="min-h-24">
      {told ? (
        <div className={cx('rounded-md border px-4 py-3', lookOf(told))}>
          {'who' in told ? (
            <>
              <p className="text-xl font-semibold wrap-anywhere">{told.who.name}</p>
              <p className="wrap-anywhere">
                {[told.who.party, told.who.role, told.who.team].filter(Boolean).join(' · ')}
              </p>
              <p className="mt-1 font-semibold">
                {'since' in told ? t(told.what, { at: time(told.since) }) : t(told.what)}
              </p>
              {told.who.seat ? null : <p className="font-semibold">{t('withoutSeat')}</p>}
            </>
          ) : told.what === 'strange' ? (
            <p className="font-semibold">{t('strange', { code: showCode(told.badge) })}</p>
          ) : (
            <p className="font-semibold wrap-anywhere">
              {t('unreadable', { typed: told.typed.slice(0, 60) })}
            </p>
          )}
        </div>
      ) : null}
    </div>
  );
}

function lookOf(told: Told): string {
  if (told.what === 'unreadable') return 'border-bad bg-bad-wash';
  if (told.what === 'strange' || !told.who.seat) return 'border-warn bg-warn-wash';
  return told.what === 'again' || told.what === 'leftAgain'
    ? 'border-accent-line bg-accent-wash'
    : 'border-good bg-good-wash';
}
