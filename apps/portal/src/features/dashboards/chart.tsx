import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ChartTable, type ChartValue } from './chart-table.tsx';

type Props = {
  /** Its name among the charts, and of its words. */
  name: 'progress' | 'due' | 'weeks' | 'units' | 'results' | 'questions';
  /** What it comes to in one sentence; null where there is nothing to draw. */
  says: string | null;
  heads: readonly string[];
  rows: readonly (readonly ChartValue[])[];
  csv: string;
  wide?: boolean;
  children: ReactNode;
};

/** A chart under its heading, what it says in a sentence, and the table it was drawn from. */
export async function Chart({ name, says, heads, rows, csv, wide = false, children }: Props) {
  const t = await getTranslations('dashboards');
  return (
    <section
      aria-labelledby={`chart-${name}`}
      className={`min-w-0 rounded-md border border-line bg-raised p-4 md:p-5 ${wide ? 'lg:col-span-2' : ''}`}
    >
      <h2 id={`chart-${name}`}>{t(`${name}.title`)}</h2>
      <p className="mb-4 max-w-measure text-sm text-ink-2">{says ?? t(`${name}.nothing`)}</p>
      {says === null ? null : (
        <>
          {children}
          <details className="no-print mt-4 text-sm">
            <summary className="text-accent">
              {t('asTable')}
              <span className="sr-only">: {t(`${name}.title`)}</span>
            </summary>
            <ChartTable caption={t(`${name}.title`)} heads={heads} rows={rows} />
            <a href={csv} download className="mt-2 inline-block text-accent underline">
              {t('csv')}
              <span className="sr-only">: {t(`${name}.title`)}</span>
            </a>
          </details>
        </>
      )}
    </section>
  );
}
