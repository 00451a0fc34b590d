import { getTranslations } from 'next-intl/server';
import { Bar } from './bars.tsx';
import { Chart } from './chart.tsx';
import type { Dashboard } from './types.ts';

type Props = { units: Dashboard['units']; enrolled: number; csv: string };

/** Unit by unit: who began it, who is through, and the time it takes beside the time that was planned. */
export async function UnitsChart({ units, enrolled, csv }: Props) {
  const t = await getTranslations('dashboards');
  const longest = Math.max(1, ...units.flatMap(({ planned, minutes }) => [planned, minutes ?? 0]));
  const of = Math.max(1, enrolled, ...units.map(({ begun }) => begun));
  return (
    <Chart
      {...{ name: 'units', csv, wide: true }}
      says={units.some(({ begun }) => begun > 0) ? t('units.says') : null}
      heads={[t('units.unit'), t('units.begun'), t('units.done'), t('units.planned'), t('units.median')]}
      rows={units.map((one) => [one.title, one.begun, one.done, one.planned, one.minutes])}
    >
      <ol className="flex flex-col">
        {units.map((unit) => (
          <li
            key={unit.key}
            className="grid gap-x-8 gap-y-2 border-t border-line py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <span className="font-semibold wrap-anywhere">{unit.title}</span>
            <div className="min-w-0">
              <Bar
                segments={[
                  { share: unit.done / of, shade: 'accent' },
                  { share: Math.max(0, unit.begun - unit.done) / of, shade: 'soft' },
                ]}
              />
              <span className="text-sm text-ink-2">
                {t('units.people', { done: unit.done, begun: unit.begun })}
              </span>
            </div>
            <div className="flex min-w-0 flex-col gap-0.5">
              <Bar thin segments={[{ share: (unit.minutes ?? 0) / longest, shade: 'accent' }]} />
              <Bar thin segments={[{ share: unit.planned / longest, shade: 'neutral' }]} />
              <span className="text-sm text-ink-2">
                {unit.minutes === null
                  ? t('units.plannedOnly', { planned: unit.planned })
                  : t('units.minutes', { minutes: unit.minutes, planned: unit.planned })}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Chart>
  );
}
