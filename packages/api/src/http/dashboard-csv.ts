import { dashboardCsv } from '../features/dashboards/csv.ts';
import { charts } from '../features/dashboards/rules.ts';
import { dashboardInput } from '../features/dashboards/schemas.ts';
import { csvEndpoint } from './csv.ts';

/** One chart (`?chart=`) of a course (`?course=`) or of a cohort (`?cohort=`), with the page's own filters. */
export const dashboardCsvEndpoint = csvEndpoint(({ pathname, searchParams }) => {
  if (pathname !== '/api/dashboard.csv') return null;
  const asked = (name: string) => searchParams.get(name) || undefined;
  const chart = charts.find((known) => known === asked('chart'));
  const [course, cohortId] = [asked('course'), asked('cohort')];
  const input = dashboardInput.safeParse({
    of: course ? { course } : { cohortId },
    ...{ partyId: asked('party'), from: asked('from'), to: asked('to') },
  });
  if (!chart || !input.success) return null;
  return { name: chart, write: (ctx) => dashboardCsv(ctx, input.data, chart) };
});
