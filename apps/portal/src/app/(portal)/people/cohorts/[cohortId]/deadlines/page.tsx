import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { CohortTitle } from '#features/cohorts/cohort-title.tsx';
import { DeadlineForm } from '#features/cohorts/deadline-form.tsx';
import { loadCohort } from '#features/cohorts/load-cohort.ts';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/cohorts/[cohortId]/deadlines'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cohorts.deadlines'))('title') };
}

/** Last days of single activities in a cohort. */
export default async function DeadlinesPage({ params }: Props) {
  const cohort = await loadCohort((await params).cohortId);
  const [t, clock, api] = await Promise.all([getTranslations('cohorts.deadlines'), getClock(), serverApi()]);
  const { revision, activities } = await api.cohorts.deadlines({ cohortId: cohort.id });
  const zone = clock.zones.headquarters;
  return (
    <ClientMessages of={['cohorts']}>
      <CohortTitle cohort={cohort} current="deadlines" />
      <section aria-labelledby="deadlines">
        <h2 id="deadlines" className="mb-1">
          {t('title')}
        </h2>
        <p className="mb-2 max-w-measure text-ink-2">
          {t('lead')}{' '}
          <Link href={paths.cohortResults(cohort.id)} className="text-accent underline">
            {t('toResults')}
          </Link>
        </p>
        <p className="mb-5 max-w-measure text-ink-2">
          {cohort.dueAt ? t('cohort', { at: clock.due(cohort.dueAt) }) : t('cohortNone')}
        </p>
        {activities.length === 0 ? (
          <p className="text-ink-2">{t('none')}</p>
        ) : (
          <DeadlineForm
            key={revision}
            cohortId={cohort.id}
            revision={revision}
            zone={zone}
            activities={activities.map(({ key, title, unit, dueAt }) => ({
              ...{ key, title, unit, day: dueAt ? dayOf(dueAt, zone) : '' },
            }))}
          />
        )}
      </section>
    </ClientMessages>
  );
}
