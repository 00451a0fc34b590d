import { percentOf } from '@concord/api/features/dashboards/rules';
import { getTranslations } from 'next-intl/server';
import { Bar, type Shade } from './bars.tsx';
import { Chart } from './chart.tsx';
import type { Dashboard } from './types.ts';

const shades: readonly Shade[] = ['bad', 'warn', 'neutral', 'soft', 'accent'];
const fifths = ['0–19 %', '20–39 %', '40–59 %', '60–79 %', '80–100 %'] as const;

/** Each judged activity: how many passed, and how good the best results are. */
export async function ResultsChart({ results, csv }: { results: Dashboard['results']; csv: string }) {
  const t = await getTranslations('dashboards');
  return (
    <Chart
      {...{ name: 'results', csv, wide: true }}
      says={results.length > 0 ? t('results.says') : null}
      heads={[
        t('results.activity'),
        t('results.unit'),
        t('people'),
        t('results.passed'),
        t('results.waiting'),
        t('results.mean'),
        ...fifths,
      ]}
      rows={results.map((one) => [
        ...[one.title, one.unit, one.people, one.passed, one.waiting],
        ...[one.mean === null ? null : Math.round(one.mean), ...one.fifths],
      ])}
    >
      <ol className="flex flex-col">
        {results.map((one) => (
          <Result key={one.key} result={one} />
        ))}
      </ol>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {fifths.map((label, at) => (
          <li key={label}>
            <Key shade={shades[at] ?? 'neutral'} /> {label}
          </li>
        ))}
      </ul>
    </Chart>
  );
}

async function Result({ result }: { result: Dashboard['results'][number] }) {
  const t = await getTranslations('dashboards');
  const { people, passed, waiting, mean } = result;
  const scored = result.fifths.reduce((sum, count) => sum + count, 0);
  return (
    <li className="grid gap-x-8 gap-y-1 border-t border-line py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <span className="min-w-0 wrap-anywhere">
        <b>{result.title}</b>
        <span className="block text-sm text-ink-2">{result.unit}</span>
      </span>
      <div className="min-w-0">
        <Bar
          segments={
            scored > 0
              ? result.fifths.map((count, at) => ({ share: count / scored, shade: shades[at] ?? 'neutral' }))
              : [
                  { share: passed / people, shade: 'accent' },
                  { share: waiting / people, shade: 'neutral' },
                ]
          }
        />
        <span className="text-sm text-ink-2">
          {t('results.passedOf', { passed, people, percent: percentOf(passed, people) })}
          {waiting > 0 ? ` · ${t('results.waitingOf', { waiting })}` : null}
          {mean === null ? null : ` · ${t('results.meanOf', { mean: Math.round(mean) })}`}
        </span>
      </div>
    </li>
  );
}

/** The colour of a part, as a small square before its words. */
function Key({ shade }: { shade: Shade }) {
  return (
    <span className="inline-block w-3 align-middle">
      <Bar thin segments={[{ share: 1, shade }]} />
    </span>
  );
}
