import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { CohortPage } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';
import { CohortTabs, type CohortView } from './cohort-tabs.tsx';

type Props = { cohort: CohortPage; current: CohortView };

/** The head of a page beneath a cohort: which cohort, what it takes and when, and the pages beside this one. */
export async function CohortTitle({ cohort, current }: Props) {
  const [t, locale, clock] = await Promise.all([getTranslations('cohorts'), getLocale(), getClock()]);
  const { course, startsAt, dueAt } = cohort;
  const from = clock.date(startsAt);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/people/cohorts' }]}
        title={inLocale(locale, cohort)}
        lead={
          dueAt
            ? t('leadDue', { course, from, until: clock.at(dueAt, 'medium') })
            : t('leadOpen', { course, from })
        }
      />
      <CohortTabs cohortId={cohort.id} current={current} />
    </>
  );
}
