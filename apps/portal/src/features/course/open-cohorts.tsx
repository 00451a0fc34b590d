import { useTranslations } from 'next-intl';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { CoursePage } from './types.ts';

type Cohort = CoursePage['openCohorts'][number];

/** Every cohort that can be joined: when and where, which seats are free, and how one asks. */
export function OpenCohorts({ cohorts }: { cohorts: readonly Cohort[] }) {
  const t = useTranslations('course.cohorts');
  if (cohorts.length === 0) return null;
  return (
    <section aria-labelledby="cohorts">
      <h2 id="cohorts" className="mb-2">
        {t('title')}
      </h2>
      <ul className="border-t border-line">
        {cohorts.map((cohort) => (
          <li
            key={cohort.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3"
          >
            <div className="min-w-0 flex-1 basis-60">
              <h3 className="wrap-anywhere text-base">{cohort.name}</h3>
              <When cohort={cohort} />
              <HowToAsk cohort={cohort} />
            </div>
            <LinkButton href={paths.seats(cohort.id)}>
              {t(cohort.seats?.free === 0 ? 'see' : 'ask')}
              <span className="sr-only">: {cohort.name}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function When({ cohort: { startsAt, dueAt, place } }: { cohort: Cohort }) {
  const t = useTranslations('course.cohorts');
  const clock = useClock();
  return (
    <p>
      {t('starts', { at: clock.at(startsAt) })}
      {dueAt ? `, ${t('due', { date: clock.date(dueAt) })}` : null}
      {place ? `, ${place}` : null}
    </p>
  );
}

function HowToAsk({ cohort: { seats, approval, opensAt, closesAt } }: { cohort: Cohort }) {
  const t = useTranslations('course.cohorts');
  const clock = useClock();
  const opensLater = opensAt !== null && opensAt > clock.now.toISOString();
  return (
    <p className="text-sm text-ink-2">
      {seats ? `${t('free', { count: seats.free })} ` : null}
      {seats && seats.waiting > 0 ? `${t('waiting', { count: seats.waiting })} ` : null}
      {t(`approval.${approval}`)} {opensLater && opensAt ? `${t('opens', { at: clock.at(opensAt) })} ` : null}
      {closesAt ? t('closes', { at: clock.at(closesAt) }) : null}
    </p>
  );
}
