import { isOverdue } from '@concord/api/features/dashboards/rules';
import { getTranslations } from 'next-intl/server';
import { Columns } from './bars.tsx';
import { Chart } from './chart.tsx';
import type { Dashboard } from './types.ts';

/** Who has not finished, by when it is due: what is late to the left, what comes to the right. */
export async function DueChart({ due, csv }: { due: Dashboard['due']; csv: string }) {
  const t = await getTranslations('dashboards');
  const open = due.reduce((sum, { people }) => sum + people, 0);
  const late = due.reduce((sum, { span, people }) => sum + (isOverdue(span) ? people : 0), 0);
  const highest = Math.max(1, ...due.map(({ people }) => people));
  return (
    <Chart
      {...{ name: 'due', csv }}
      says={open > 0 ? t('due.says', { open, late }) : null}
      heads={[t('due.span'), t('people')]}
      rows={due.map(({ span, people }) => [t(`spans.${span}`), people])}
    >
      <div className="grid grid-cols-7 text-center text-sm font-semibold tabular-nums">
        {due.map(({ span, people }) => (
          <span key={span}>{people}</span>
        ))}
      </div>
      <Columns
        columns={due.map(({ span, people }) => ({
          height: people / highest,
          shade: isOverdue(span) ? 'bad' : span === 'none' ? 'neutral' : span === 'week' ? 'warn' : 'accent',
        }))}
      />
      <div className="mt-1 grid grid-cols-7 gap-1 text-center text-xs text-ink-2">
        {due.map(({ span }) => (
          <span key={span} className="wrap-anywhere">
            {t(`short.${span}`)}
          </span>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 grid grid-cols-7 text-center text-xs font-semibold">
        <span className="col-span-3 border-t-2 border-bad pt-0.5 text-bad">{t('due.late')}</span>
        <span className="col-span-4 ml-1 border-t-2 border-line-strong pt-0.5 text-ink-2">
          {t('due.ahead')}
        </span>
      </p>
    </Chart>
  );
}
