'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import type { ErrorWords } from '#commands/words.ts';
import { formatDate, formatList, type TimeWords } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import { endInZones } from './end-in-zones.ts';
import { silenceLeft } from './time-left-words.ts';
import type { EndCheck } from './types.ts';

const NAMED = 8;

/** What an end comes to: the instant in the zones that count, how long it is till then, and where it is a holiday. */
export function EndShown({ check }: { check: EndCheck | null }) {
  const errors = useTranslations('errors') as unknown as ErrorWords;
  return (
    <div role="status" className="mt-2 min-h-16 max-w-measure text-sm text-ink-2">
      {check?.at ? <Instant at={check.at} check={check} /> : null}
      {check?.problem ? (
        <p className="font-semibold text-bad">{errors(check.problem.key, check.problem.params)}</p>
      ) : null}
      {check?.at ? <Holidays check={check} /> : null}
    </div>
  );
}

function Instant({ at, check }: { at: string; check: EndCheck }) {
  const t = useTranslations('silence.end');
  const words = useTranslations('silence.zones');
  const time = useTranslations('time') as unknown as TimeWords;
  const locale = useLocale() as Locale;
  const person = useTimeZone() ?? 'UTC';
  const zones = { headquarters: check.headquarters, person };
  const { there, elsewhere } = endInZones(at, check.timeZone, { zones, locale, words });
  return (
    <p>
      <b className="text-ink">{there}</b>
      {elsewhere ? ` (${elsewhere})` : ''}
      {', '}
      {t('in', { span: silenceLeft(Date.parse(at) - Date.parse(check.now), time) })}
    </p>
  );
}

/** Holidays on the day itself, and before it: a warning, never a refusal. */
function Holidays({ check }: { check: EndCheck }) {
  const t = useTranslations('silence.end');
  const locale = useLocale() as Locale;
  const on = check.holidays.filter(({ day }) => day === check.day);
  const before = check.holidays.filter(({ day }) => day !== check.day);
  const list = (all: EndCheck['holidays'], dated: boolean) => {
    const named = all.slice(0, NAMED).map((one) => {
      const when = dated ? `, ${formatDate(one.day, { locale, style: 'short' })}` : '';
      return `${one.nation} (${one.name}${when})`;
    });
    const more = all.length - named.length;
    return formatList(more > 0 ? [...named, t('more', { count: more })] : named, locale);
  };
  return (
    <>
      {on.length > 0 ? (
        <p className="mt-1 font-semibold text-warn">
          {t('holidayThen', { count: on.length, of: check.capitals, nations: list(on, false) })}
        </p>
      ) : null}
      {before.length > 0 ? (
        <p className="mt-1">{t('holidayBefore', { nations: list(before, true) })}</p>
      ) : null}
    </>
  );
}
