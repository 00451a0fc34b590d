import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CohortTitle } from '#features/cohorts/cohort-title.tsx';
import { loadCohort } from '#features/cohorts/load-cohort.ts';
import { PlannedDates } from '#features/live-sessions/planned-dates.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/cohorts/[cohortId]/sessions'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('liveSessions.planned'))('title') };
}

/** The live sessions of a cohort. */
export default async function CohortSessionsPage({ params }: Props) {
  const cohort = await loadCohort((await params).cohortId);
  const api = await serverApi();
  const planned = await api.liveSessions.planned({ course: cohort.courseId, cohortId: cohort.id });
  return (
    <ClientMessages of={['liveSessions', 'time']}>
      <CohortTitle cohort={cohort} current="sessions" />
      <PlannedDates planned={planned} />
    </ClientMessages>
  );
}
