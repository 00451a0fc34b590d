import { exerciseTime, plannedAt } from '@concord/api/features/injects/rules';
import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { statusTones } from './status-tones.ts';
import type { Inject, InjectList } from './types.ts';

type Props = { list: InjectList; injects: readonly Inject[] };

/** Who gets what when: a line for each minute with something in it, a column for each team. */
export function Timeline({ list, injects }: Props) {
  const t = useTranslations('injects.timeline');
  const clock = useClock();
  const planned = injects.filter(({ status }) => status !== 'withdrawn');
  const minutes = [...new Set(planned.map(({ minute }) => minute))];
  const without = planned.some(({ teamIds }) => teamIds.length === 0);
  const teams = [...list.teams, ...(without ? [{ id: '', name: t('noTeam') }] : [])];
  const { startsAt, timeZone } = list.exercise;
  const of = (minute: number, teamId: string) =>
    planned.filter(
      (one) => one.minute === minute && (teamId ? one.teamIds.includes(teamId) : one.teamIds.length === 0),
    );
  return (
    <>
      <Strip list={list} injects={planned} />
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <ColumnHead className="min-w-32">{t('time')}</ColumnHead>
            {teams.map(({ id, name }) => (
              <ColumnHead key={id} className="min-w-44">
                {name}
              </ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {minutes.map((minute) => (
            <tr key={minute}>
              <RowHead className="whitespace-nowrap">
                {exerciseTime(minute)}
                <span className="block text-sm font-normal text-ink-2">
                  {formatInstant(plannedAt(new Date(startsAt), minute), {
                    ...{ zone: timeZone, locale: clock.locale, style: 'short' as const },
                  })}
                </span>
              </RowHead>
              {teams.map(({ id }) => (
                <Cell key={id}>
                  <ul className="flex flex-col gap-1">
                    {of(minute, id).map((inject) => (
                      <Planned key={inject.id} inject={inject} list={list} />
                    ))}
                  </ul>
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Planned({ inject, list }: { inject: Inject; list: InjectList }) {
  const t = useTranslations('injects');
  const after = list.injects.find(({ id }) => id === inject.afterId);
  return (
    <li className="wrap-anywhere">
      <span className="font-semibold">#{inject.number}</span> {inject.title}{' '}
      <Tag tone={statusTones[inject.status]}>{t(`statuses.${inject.status}`)}</Tag>
      {after || inject.trigger !== 'clock' ? (
        <span className="block text-sm text-ink-2">
          {t(`triggers.${inject.trigger}`)}
          {after ? ` · ${t('timeline.after', { number: after.number })}` : null}
        </span>
      ) : null}
    </li>
  );
}

const [WIDTH, LANE, LEFT] = [1_000, 26, 12];

/** The whole exercise at a glance, a lane for each storyline; the table below says the same in words. */
function Strip({ list, injects }: Props) {
  const t = useTranslations('injects.timeline');
  const lanes = [...list.storylines, { id: '', title: t('noStoryline') }]
    .map((line) => ({ ...line, injects: injects.filter((one) => (one.storylineId ?? '') === line.id) }))
    .filter((line) => line.injects.length > 0);
  const lasts = (Date.parse(list.exercise.endsAt) - Date.parse(list.exercise.startsAt)) / 60_000;
  const first = Math.min(0, ...injects.map(({ minute }) => minute));
  const last = Math.max(1, ...injects.map(({ minute }) => minute));
  const end = last * 3 < lasts ? last : Math.max(lasts, last);
  const x = (minute: number) => LEFT + ((minute - first) / (end - first)) * (WIDTH - 2 * LEFT);
  return (
    <div aria-hidden="true" className="mb-6 overflow-x-auto">
      <div className="grid min-w-[640px] grid-cols-[9rem_minmax(0,1fr)] border-y border-line py-2">
        <ul className="text-sm">
          {lanes.map(({ id, title }) => (
            <li key={id} className="flex h-[26px] items-center">
              <span className="truncate">{title}</span>
            </li>
          ))}
        </ul>
        <svg
          viewBox={`0 0 ${WIDTH} ${lanes.length * LANE}`}
          preserveAspectRatio="none"
          className="h-full w-full overflow-visible"
          role="presentation"
        >
          {lanes.map((line, lane) => (
            <g key={line.id}>
              <line
                x1={LEFT}
                x2={WIDTH - LEFT}
                y1={lane * LANE + LANE / 2}
                y2={lane * LANE + LANE / 2}
                className="stroke-line-strong"
              />
              {line.injects.map((one) => (
                <rect
                  key={one.id}
                  x={x(one.minute) - 3}
                  y={lane * LANE + 5}
                  width={6}
                  height={LANE - 10}
                  className={one.status === 'approved' ? 'fill-good' : 'fill-accent'}
                >
                  <title>{`${exerciseTime(one.minute)} #${one.number} ${one.title}`}</title>
                </rect>
              ))}
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}
