import { getTranslations } from 'next-intl/server';
import { getClock, useClock } from '#i18n/clock.ts';
import { Lines } from './bars.tsx';
import { Chart } from './chart.tsx';
import type { Dashboard } from './types.ts';

type Props = Pick<Dashboard, 'weeks' | 'earlier'> & { days: number | null; csv: string };

/** How many had enrolled and finished by each week, added up. */
export async function WeeksChart({ weeks, earlier, days, csv }: Props) {
  const [t, clock] = await Promise.all([getTranslations('dashboards'), getClock()]);
  const enrolled = addedUp(
    earlier.enrolled,
    weeks.map((one) => one.enrolled),
  );
  const completed = addedUp(
    earlier.completed,
    weeks.map((one) => one.completed),
  );
  const highest = Math.max(enrolled.at(-1) ?? 0, completed.at(-1) ?? 0);
  const says = days === null ? t('weeks.saysNone') : t('weeks.says', { days: Math.max(1, Math.round(days)) });
  return (
    <Chart
      {...{ name: 'weeks', csv, wide: true }}
      says={weeks.length > 0 ? says : null}
      heads={[t('weeks.week'), t('weeks.enrolled'), t('weeks.completed')]}
      rows={[
        ...(earlier.enrolled > 0 ? [[t('weeks.before'), earlier.enrolled, earlier.completed]] : []),
        ...weeks.map((one) => [clock.date(one.week), one.enrolled, one.completed]),
      ]}
    >
      <Lines
        highest={highest}
        series={[
          { values: completed, filled: true },
          { values: enrolled, filled: false },
        ]}
      />
      <Ends weeks={weeks} />
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <li>
          <span
            aria-hidden="true"
            className="mr-1.5 inline-block h-0 w-5 border-t-2 border-dashed border-ink-3 align-middle"
          />
          {t('weeks.enrolledBy', { count: enrolled.at(-1) ?? 0 })}
        </li>
        <li>
          <span aria-hidden="true" className="mr-1.5 inline-block size-3 rounded-sm bg-accent align-middle" />
          {t('weeks.completedBy', { count: completed.at(-1) ?? 0 })}
        </li>
      </ul>
    </Chart>
  );
}

function Ends({ weeks }: { weeks: Dashboard['weeks'] }) {
  const clock = useClock();
  const [first, last] = [weeks[0], weeks.at(-1)];
  return (
    <div aria-hidden="true" className="mt-1 flex justify-between text-xs text-ink-2">
      <span>{first ? clock.date(first.week) : null}</span>
      <span>{last && last !== first ? clock.date(last.week) : null}</span>
    </div>
  );
}

function addedUp(start: number, values: readonly number[]): number[] {
  let sum = start;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
