import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import { useClock } from '#i18n/clock.ts';
import type { Meeting } from './types.ts';
import { ownStart, spanWords } from './when.ts';

/** When and where: in the body's zone, in the reader's own, how long the agenda takes. */
export function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('meetings.facts');
  const time = useTranslations('time');
  const clock = useClock();
  const { zone } = meeting.body;
  const own = ownStart(
    meeting.startsAt,
    { body: zone, person: clock.zones.person },
    time('inYourCapital'),
    clock.locale,
  );
  const { minutes, tooLong } = meeting.timing;
  return (
    <>
      {meeting.state === 'draft' ? <Notice kind="info">{t('draft')}</Notice> : null}
      {meeting.state === 'cancelled' ? <Notice kind="warn">{t('cancelled')}</Notice> : null}
      <dl className="mb-6 grid gap-x-6 gap-y-1.5 md:grid-cols-[9rem_minmax(0,1fr)]">
        <dt className="text-ink-2">{t('when')}</dt>
        <dd>
          <time dateTime={meeting.startsAt}>{spanWords(meeting, zone, clock.locale)}</time>
          {own ? <span className="block text-sm text-ink-2">{own}</span> : null}
        </dd>
        {meeting.place ? (
          <>
            <dt className="text-ink-2">{t('place')}</dt>
            <dd className="wrap-anywhere">{meeting.place}</dd>
          </>
        ) : null}
        {meeting.link ? (
          <>
            <dt className="text-ink-2">{t('link')}</dt>
            <dd className="wrap-anywhere">
              <a href={meeting.link} rel="noreferrer" className="text-accent underline underline-offset-4">
                {meeting.link}
              </a>
            </dd>
          </>
        ) : null}
        {minutes > 0 ? (
          <>
            <dt className="text-ink-2">{t('agenda')}</dt>
            <dd className={tooLong ? 'font-semibold text-warn' : undefined}>
              {t(tooLong ? 'minutesTooLong' : 'minutes', { count: minutes })}
            </dd>
          </>
        ) : null}
      </dl>
    </>
  );
}
