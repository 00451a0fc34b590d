import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import type { Today } from './types.ts';

/** The dates of the next fortnight. */
export function NextTwoWeeks({ dates }: { dates: Today['upcoming'] }) {
  const t = useTranslations('today');
  const clock = useClock();
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead" className="mb-3">
        {t('nextTwoWeeks')}
      </h2>
      {dates.length === 0 ? <p className="text-sm text-ink-2">{t('nothingPlanned')}</p> : null}
      <ul>
        {dates.map((date) => (
          <li
            key={`${date.kind} ${date.id}`}
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2.5 py-1.5 text-sm"
          >
            <time dateTime={date.at} className="font-semibold text-ink-2">
              {clock.date(date.at, 'day')}
            </time>
            <span className="wrap-anywhere">
              {t(`upcoming.${date.kind}`, { title: date.title, time: clock.at(date.at, 'time') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
