import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { asInput, dashboardFilters } from '#features/dashboards/address.ts';
import { DashboardPage } from '#features/dashboards/dashboard-page.tsx';
import { CourseTabs } from '#features/grades/course-tabs.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/dashboard'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboards'))('title') };
}

/** How a course goes, in figures. */
export default async function CourseDashboardPage({ params, searchParams }: Props) {
  const [{ slug }, asked] = await Promise.all([params, searchParams]);
  if (!isKey(slug)) notFound();
  const filters = dashboardFilters(asked);
  const [t, api] = await Promise.all([getTranslations('dashboards'), serverApi()]);
  const shown = await api.dashboards.show({ of: { course: slug }, ...asInput(filters) });
  return (
    <DashboardPage
      {...{ shown, filters, of: { course: slug } }}
      title={t('title')}
      address={paths.courseDashboard(slug)}
      crumbs={[{ label: shown.title, href: paths.course(slug) }]}
      views={<CourseTabs course={slug} current="dashboard" />}
    />
  );
}
