import { getTranslations } from 'next-intl/server';
import { Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';

/** How a course goes, and everybody's results: the two pages beside each other. */
export async function CourseTabs({ course, current }: { course: string; current: 'dashboard' | 'results' }) {
  const t = await getTranslations('grades.tabs');
  const tabs = [
    { key: 'dashboard', href: paths.courseDashboard(course) },
    { key: 'results', href: paths.courseResults(course) },
  ] as const;
  return (
    <Tabs
      label={t('label')}
      tabs={tabs.map(({ key, href }) => ({ href, label: t(key), current: key === current }))}
    />
  );
}
