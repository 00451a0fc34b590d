import { useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { useClock } from '#i18n/clock.ts';
import { CancelDate } from './cancel-date.tsx';
import { ChangeDate, PlanDate } from './plan-date.tsx';
import { SessionFacts } from './session-facts.tsx';
import type { Planned, PlannedDate } from './types.ts';
import { useWhen } from './use-when.ts';

/** Each session of a course with its dates: what is ahead first, then what is over. */
export function PlannedDates({ planned }: { planned: Planned }) {
  const t = useTranslations('liveSessions.planned');
  const { zones } = useClock();
  if (planned.activities.length === 0)
    return <EmptyState title={t('noSession')}>{t('noSessionBody')}</EmptyState>;
  return (
    <div className="flex flex-col gap-9">
      {planned.activities.map((activity) => {
        const dates = planned.dates.filter(({ activityKey }) => activityKey === activity.key);
        const ahead = dates.filter(({ phase }) => phase === 'ahead' || phase === 'running').reverse();
        const past = dates.filter(({ phase }) => phase === 'over' || phase === 'cancelled');
        return (
          <section key={activity.key} aria-labelledby={`session-${activity.key}`}>
            <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
              <h2 id={`session-${activity.key}`} className="wrap-anywhere">
                {activity.title}
              </h2>
              <PlanDate activity={activity} planned={planned} zones={zones} />
            </div>
            {ahead.length === 0 ? <p className="text-ink-2">{t('noneAhead')}</p> : null}
            <Dates dates={ahead} planned={planned} />
            {past.length > 0 ? <h3 className="mt-6 mb-1 text-base">{t('past')}</h3> : null}
            <Dates dates={past} planned={planned} />
          </section>
        );
      })}
    </div>
  );
}

function Dates({ dates, planned }: { dates: readonly PlannedDate[]; planned: Planned }) {
  if (dates.length === 0) return null;
  return (
    <ul className="border-t border-line">
      {dates.map((date) => (
        <DateRow key={date.id} date={date} planned={planned} />
      ))}
    </ul>
  );
}

function DateRow({ date, planned }: { date: PlannedDate; planned: Planned }) {
  const t = useTranslations('liveSessions.planned');
  const locale = useLocale();
  const when = useWhen();
  const { zones } = useClock();
  const said = when(date);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="mb-0.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className={date.phase === 'cancelled' ? 'line-through' : 'font-semibold'}>{said}</span>
          {date.phase === 'cancelled' ? <Tag tone="bad">{t('cancelled')}</Tag> : null}
          {date.phase === 'running' ? <Tag tone="info">{t('running')}</Tag> : null}
        </p>
        <SessionFacts date={date} />
        <p className="text-sm text-ink-2">
          {date.cohort ? inLocale(locale, date.cohort) : t('everybody')} · <Counted date={date} />
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {date.phase === 'cancelled' ? null : (
          <LinkButton size="small" href={paths.attendance(date.id)}>
            {t('attendance')}
            <span className="sr-only">: {said}</span>
          </LinkButton>
        )}
        {date.phase === 'ahead' ? (
          <ChangeDate date={date} planned={planned} zones={zones} said={said} />
        ) : null}
        {date.phase !== 'cancelled' && total(date) === 0 ? (
          <CancelDate liveSessionId={date.id} revision={date.revision} said={said} />
        ) : null}
      </div>
    </li>
  );
}

const total = ({ noted }: PlannedDate) => noted.present + noted.absent + noted.excused;

/** How many it is for, and what was noted; more people than places is said before the day. */
function Counted({ date }: { date: PlannedDate }) {
  const t = useTranslations('liveSessions.planned');
  if (total(date) > 0) return <>{t('noted', { present: date.noted.present, all: total(date) })}</>;
  if (date.phase === 'over') return <span className="font-semibold text-warn">{t('notNoted')}</span>;
  const full = date.capacity !== null && date.expected > date.capacity && date.phase === 'ahead';
  return <>{t(full ? 'tooMany' : 'expected', { count: date.expected, capacity: date.capacity ?? 0 })}</>;
}
