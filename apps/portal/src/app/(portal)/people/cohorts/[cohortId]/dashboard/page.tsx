import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { isId } from '#features/address.ts';
import { CohortTabs } from '#features/cohorts/cohort-tabs.tsx';
import { asInput, dashboardFilters } from '#features/dashboards/address.ts';
import { DashboardPage } from '#features/dashboards/dashboard-page.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/cohorts/[cohortId]/dashboard'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboards'))('title') };
}

/** How a cohort goes, in figures. */
export default async function CohortDashboardPage({ params, searchParams }: Props) {
  const [{ cohortId }, asked, locale] = await Promise.all([params, searchParams, getLocale()]);
  if (!isId(cohortId)) notFound();
  const filters = dashboardFilters(asked);
  const [t, api] = await Promise.all([getTranslations('cohorts'), serverApi()]);
  const shown = await api.dashboards.show({ of: { cohortId }, ...asInput(filters) });
  return (
    <DashboardPage
      {...{ shown, filters, of: { cohort: cohortId } }}
      title={shown.cohort ? inLocale(locale, shown.cohort) : shown.title}
      address={paths.cohortDashboard(cohortId)}
      crumbs={[{ label: t('title'), href: '/people/cohorts' }]}
      views={<CohortTabs cohortId={cohortId} current="dashboard" />}
    />
  );
}
