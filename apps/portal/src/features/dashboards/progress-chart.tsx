import { percentOf } from '@concord/api/features/dashboards/rules';
import { getTranslations } from 'next-intl/server';
import { Bar } from './bars.tsx';
import { Chart } from './chart.tsx';
import type { Dashboard } from './types.ts';

/** How many came how far: each stage as a bar below the one before, and what is lost between them. */
export async function ProgressChart({ stages, csv }: { stages: Dashboard['stages']; csv: string }) {
  const t = await getTranslations('dashboards');
  const all = stages[0]?.people ?? 0;
  const complete = stages.find(({ stage }) => stage === 'complete')?.people ?? 0;
  const rows = stages.map(({ stage, people }) => [t(`stages.${stage}`), people, percentText(people)]);
  function percentText(people: number) {
    return t('percent', { percent: percentOf(people, all) });
  }
  return (
    <Chart
      {...{ name: 'progress', csv, rows }}
      says={all > 0 ? t('progress.says', { complete, all, percent: percentOf(complete, all) }) : null}
      heads={[t('progress.stage'), t('people'), t('share')]}
    >
      <ul className="flex flex-col gap-2">
        {stages.map(({ stage, people }, at) => {
          const lost = at === 0 ? 0 : Math.max(0, (stages[at - 1]?.people ?? 0) - people);
          return (
            <li key={stage} className="grid gap-x-3 md:grid-cols-[8.5rem_minmax(0,1fr)_9rem] md:items-center">
              <span className="max-md:flex max-md:justify-between">
                {t(`stages.${stage}`)}
                <span className="font-semibold md:hidden">{people}</span>
              </span>
              <Bar
                segments={[
                  {
                    share: all > 0 ? Math.min(1, people / all) : 0,
                    shade: stage === 'passed' ? 'good' : 'accent',
                  },
                ]}
              />
              <span className="text-sm text-ink-2 max-md:hidden">
                <b className="text-base text-ink">{people}</b> · {percentText(people)}
                {lost > 0 ? <span className="text-ink-3"> {t('progress.lost', { lost })}</span> : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Chart>
  );
}
