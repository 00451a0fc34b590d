import { type Chart, isOverdue, percentOf } from '@concord/api/features/dashboards/rules';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { chartCsv, type DashboardFilters } from './address.ts';
import { DueChart } from './due-chart.tsx';
import { Filters } from './filters.tsx';
import { ProgressChart } from './progress-chart.tsx';
import { QuestionsChart } from './questions-chart.tsx';
import { ResultsChart } from './results-chart.tsx';
import type { Dashboard } from './types.ts';
import { UnitsChart } from './units-chart.tsx';
import { WeeksChart } from './weeks-chart.tsx';

type Props = {
  shown: Dashboard;
  filters: DashboardFilters;
  /** Where this page stands, without its filters. */
  address: string;
  crumbs: { label: string; href: string }[];
  title: string;
  /** Whose figures, as a table for a spreadsheet is asked for them. */
  of: Record<string, string>;
  views?: ReactNode;
};

/** How a course or a cohort goes: figures, charts, and under each its table. */
export async function DashboardPage({ shown, filters, address, crumbs, title, of, views }: Props) {
  const t = await getTranslations('dashboards');
  const csv = (chart: Chart) => chartCsv(of, filters, chart);
  const people = (wanted: string) => shown.stages.find(({ stage }) => stage === wanted)?.people ?? 0;
  const nobody = shown.stages.every((one) => one.people === 0);
  return (
    <>
      <PageHeader crumbs={crumbs} title={title} lead={t('lead')} />
      {views}
      <Filters parties={shown.parties} filters={filters} address={address} />
      {nobody ? (
        <EmptyState title={t('nobody')}>{t('nobodyNote')}</EmptyState>
      ) : (
        <>
          <Tiles shown={shown} />
          <div className="grid gap-4 lg:grid-cols-2">
            <ProgressChart stages={shown.stages} csv={csv('progress')} />
            <DueChart due={shown.due} csv={csv('due')} />
            <UnitsChart units={shown.units} enrolled={people('enrolled')} csv={csv('units')} />
            <ResultsChart results={shown.results} csv={csv('results')} />
            <QuestionsChart questions={shown.questions} csv={csv('questions')} />
            <WeeksChart weeks={shown.weeks} earlier={shown.earlier} days={shown.days} csv={csv('weeks')} />
          </div>
        </>
      )}
    </>
  );
}

/** The four figures one looks for first. */
async function Tiles({ shown }: { shown: Dashboard }) {
  const t = await getTranslations('dashboards');
  const people = (wanted: string) => shown.stages.find(({ stage }) => stage === wanted)?.people ?? 0;
  const late = shown.due.reduce((sum, one) => sum + (isOverdue(one.span) ? one.people : 0), 0);
  const percent = percentOf(people('complete'), people('enrolled'));
  const tiles = [
    { key: 'enrolled', figure: String(people('enrolled')), tone: '' },
    { key: 'complete', figure: t('percent', { percent }), tone: 'text-good' },
    { key: 'late', figure: String(late), tone: late > 0 ? 'text-bad' : '' },
    {
      key: 'days',
      figure: shown.days === null ? '–' : String(Math.max(1, Math.round(shown.days))),
      tone: '',
    },
  ] as const;
  return (
    <dl className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-4">
      {tiles.map(({ key, figure, tone }) => (
        <div key={key} className="flex flex-col-reverse justify-end bg-paper px-5 py-3">
          <dt className="text-sm text-ink-2">{t(`tiles.${key}`)}</dt>
          <dd className={`text-2xl font-bold ${tone}`}>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
