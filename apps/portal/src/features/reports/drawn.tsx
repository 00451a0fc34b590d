import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Bar, type Segment } from '#features/dashboards/bars.tsx';

type Value = string | number | null;
export type Drawn = { name: string; words: string; segments: readonly Segment[] };

type Props = {
  id: string;
  title: string;
  /** What it comes to, in a sentence. */
  says: string;
  bars: readonly Drawn[];
  heads: readonly string[];
  rows: readonly (readonly Value[])[];
  legend?: ReactNode;
};

/** Bars under a heading, what they say in a sentence, and the table they were drawn from. */
export function Drawing({ id, title, says, bars, heads, rows, legend }: Props) {
  const t = useTranslations('reports');
  const [first, ...others] = heads;
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
        <Table caption={title} className="mt-2">
          <thead>
            <tr>
              <ColumnHead>{first}</ColumnHead>
              {others.map((head) => (
                <ColumnHead key={head} className="text-right">
                  {head}
                </ColumnHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values], line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished table
              <tr key={line}>
                <RowHead className="font-normal wrap-anywhere">{name}</RowHead>
                {values.map((value, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a finished table
                  <Cell key={at} className="text-right tabular-nums">
                    {value ?? '–'}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </section>
  );
}
