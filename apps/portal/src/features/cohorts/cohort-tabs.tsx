import { getTranslations } from 'next-intl/server';
import { Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

export type CohortView =
  | 'people'
  | 'joining'
  | 'deadlines'
  | 'messages'
  | 'sessions'
  | 'dashboard'
  | 'results';

const managed: readonly CohortView[] = ['joining', 'deadlines', 'messages'];

/** The pages of one cohort beside each other; those by which it is managed for who does so. */
export async function CohortTabs({ cohortId, current }: { cohortId: string; current: CohortView }) {
  const api = await serverApi();
  const [t, { manage, sessions }] = await Promise.all([
    getTranslations('cohorts.tabs'),
    api.cohorts.can({ cohortId }),
  ]);
  const all: [CohortView, string][] = [
    ['people', paths.cohort(cohortId)],
    ['joining', paths.cohortJoining(cohortId)],
    ['deadlines', paths.cohortDeadlines(cohortId)],
    ['sessions', paths.cohortSessions(cohortId)],
    ['messages', paths.cohortMessages(cohortId)],
    ['dashboard', paths.cohortDashboard(cohortId)],
    ['results', paths.cohortResults(cohortId)],
  ];
  const tabs = all
    .filter(([key]) => (key === 'sessions' ? sessions : manage || !managed.includes(key)))
    .map(([key, href]) => ({ href, label: t(key), current: key === current }));
  return <Tabs label={t('label')} tabs={tabs} />;
}
