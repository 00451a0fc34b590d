import { getTranslations } from 'next-intl/server';
import { Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';

export type CohortView = 'people' | 'dashboard' | 'results';

/** The pages of one cohort beside each other. */
export async function CohortTabs({ cohortId, current }: { cohortId: string; current: CohortView }) {
  const t = await getTranslations('cohorts.tabs');
  const all: [CohortView, string][] = [
    ['people', paths.cohort(cohortId)],
    ['dashboard', paths.cohortDashboard(cohortId)],
    ['results', paths.cohortResults(cohortId)],
  ];
  const tabs = all.map(([key, href]) => ({ href, label: t(key), current: key === current }));
  return <Tabs label={t('label')} tabs={tabs} />;
}
