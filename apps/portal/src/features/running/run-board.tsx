import { exerciseTime } from '@concord/api/features/injects/rules';
import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { Extend } from './clock-acts.tsx';
import { ReleaseInject } from './release-inject.tsx';
import type { Board } from './types.ts';

/** Each team's own time, and how far an extension holds it back. */
export function TeamTimes({ board }: { board: Board }) {
  const t = useTranslations('running.teams');
  const minutes = (ms: number) => Math.round(ms / 60_000);
  return (
    <section aria-labelledby="teams" className="mb-8">
      <h2 id="teams" className="mb-2">
        {t('title')}
      </h2>
      <ul className="border-t border-line">
        {board.teams.map((team) => (
          <li key={team.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
            <span className="min-w-40 font-semibold wrap-anywhere">{team.name}</span>
            <span>{exerciseTime(Math.floor(team.time / 60_000))}</span>
            <span className="flex-1 text-ink-2">
              {team.extended > 0
                ? t('extended', { given: minutes(team.extended), behind: minutes(team.behind) })
                : t('withClock')}
            </span>
            {board.can.control && board.clock.turns.includes('extend') ? (
              <Extend exerciseId={board.exercise.id} team={team} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every inject and team: planned, delivered, read, answered. */
export function InjectBoard({ board }: { board: Board }) {
  const t = useTranslations('running.board');
  return (
    <section aria-labelledby="injects" className="mb-8">
      <h2 id="injects" className="mb-2">
        {t('title')}
      </h2>
      <Table caption={t('title')}>
        <thead>
          <tr>
            <ColumnHead>{t('time')}</ColumnHead>
            <ColumnHead className="min-w-52">{t('inject')}</ColumnHead>
            {board.teams.map(({ id, name }) => (
              <ColumnHead key={id} className="min-w-44">
                {name}
              </ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.injects.map((inject) => (
            <tr key={inject.id}>
              <Cell className="whitespace-nowrap">{exerciseTime(inject.minute)}</Cell>
              <RowHead className="wrap-anywhere">
                #{inject.number} {inject.title}
                {inject.status === 'approved' ? null : (
                  <span className="block text-sm font-normal text-warn">{t('notApproved')}</span>
                )}
              </RowHead>
              {board.teams.map((team) => (
                <Cell key={team.id}>
                  <Standing board={board} inject={inject} team={team} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

type StandingProps = { board: Board; inject: Board['injects'][number]; team: Board['teams'][number] };

function Standing({ board, inject, team }: StandingProps) {
  const t = useTranslations('running.board');
  const { locale } = useClock();
  const one = inject.teams.find(({ teamId }) => teamId === team.id);
  const { exercise, can, clock } = board;
  if (!one) return <span className="text-ink-3">—</span>;
  const at = (instant: string) => formatInstant(instant, { zone: exercise.timeZone, locale, style: 'time' });
  if (one.answeredAt)
    return (
      <Tag tone="good" marked>
        {t('answered', { at: at(one.answeredAt) })}
      </Tag>
    );
  if (one.readAt) return <Tag tone="info">{t('read', { at: at(one.readAt) })}</Tag>;
  if (one.deliveredAt)
    return (
      <Tag tone="warn" marked>
        {t('delivered', { at: at(one.deliveredAt) })}
      </Tag>
    );
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
      {one.expectedAt ? t('expected', { at: at(one.expectedAt) }) : t(`waits.${inject.trigger}`)}
      {can.control && clock.state !== 'waiting' ? (
        <ReleaseInject exerciseId={exercise.id} inject={inject} team={team} />
      ) : null}
    </span>
  );
}
