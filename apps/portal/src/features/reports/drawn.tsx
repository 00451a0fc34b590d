import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Bar, type Segment } from '#features/dashboards/bars.tsx';
import { ChartTable, type ChartValue } from '#features/dashboards/chart-table.tsx';

export type Drawn = { name: string; words: string; segments: readonly Segment[] };

type Props = {
  id: string;
  title: string;
  /** What it comes to, in a sentence. */
  says: string;
  bars: readonly Drawn[];
  heads: readonly string[];
  rows: readonly (readonly ChartValue[])[];
  legend?: ReactNode;
};

/** Bars under a heading, what they say in a sentence, and the table they were drawn from. */
export function Drawing({ id, title, says, bars, heads, rows, legend }: Props) {
  const t = useTranslations('reports');
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-md border border-line bg-raised p-4 md:p-5">
      <h3 id={id}>{title}</h3>
      <p className="mb-3 max-w-measure text-sm text-ink-2">{says}</p>
      <ul className="flex flex-col gap-2">
        {bars.map(({ name, words, segments }) => (
          <li key={name} className="text-sm">
            <span className="flex justify-between gap-3">
              <span className="wrap-anywhere">{name}</span>
              <span className="whitespace-nowrap text-ink-2 tabular-nums">{words}</span>
            </span>
            <Bar segments={segments} thin />
          </li>
        ))}
      </ul>
      {legend}
      <details className="mt-4 text-sm">
        <summary className="text-accent">
          {t('asTable')}
          <span className="sr-only">: {title}</span>
        </summary>
        <ChartTable caption={title} heads={heads} rows={rows} />
      </details>
    </section>
  );
}
