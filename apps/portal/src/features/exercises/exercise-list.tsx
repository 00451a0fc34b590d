import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { phaseTones } from './phases.ts';
import type { ExerciseList } from './types.ts';

type Row = ExerciseList['exercises'][number];

/** Exercises by their start, each with what can be done about it now. */
export function Exercises({ list, past }: { list: ExerciseList; past: boolean }) {
  const t = useTranslations('exercise');
  const { next } = list;
  if (list.exercises.length === 0)
    return <EmptyState title={t(past ? 'list.nonePast' : 'list.none')}>{t('list.noneBody')}</EmptyState>;
  return (
    <>
      <Table caption={t('title')}>
        <thead>
          <tr>
            <ColumnHead>{t('list.when')}</ColumnHead>
            <ColumnHead>{t('list.what')}</ColumnHead>
            <ColumnHead>{t('list.state')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {list.exercises.map((row) => (
            <ExerciseRow key={row.id} row={row} />
          ))}
        </tbody>
      </Table>
      {next ? (
        <Link
          href={`/exercise?after=${encodeURIComponent(next.startsAt)}&id=${next.id}${past ? '&past=yes' : ''}`}
          className="mt-3 inline-block text-accent underline"
        >
          {t('list.more')}
        </Link>
      ) : null}
    </>
  );
}

function ExerciseRow({ row }: { row: Row }) {
  const t = useTranslations('exercise');
  const clock = useClock();
  return (
    <tr>
      <Cell className="w-48 whitespace-nowrap max-md:whitespace-normal">
        <span className="font-semibold">{clock.date(row.startsAt)}</span>
        <span className="block text-sm text-ink-2">{t('list.until', { day: clock.date(row.endsAt) })}</span>
      </Cell>
      <RowHead>
        <Link href={paths.exercise(row.code)} className="wrap-anywhere hover:text-accent hover:underline">
          {row.name}
        </Link>
        <span className="block text-sm font-normal text-ink-2">
          {row.code} · {t(`kinds.${row.kind}`)}
          {row.place ? ` · ${row.place}` : null}
        </span>
      </RowHead>
      <Cell>
        <Tag tone={phaseTones[row.phase]}>{t(`phases.${row.phase}`)}</Tag>
        {row.mine ? <span className="block text-sm text-ink-2">{t('list.mine')}</span> : null}
        {row.phase === 'open' ? (
          <span className="block text-sm text-ink-2">
            {t('list.openUntil', { at: clock.due(row.closesAt) })}
          </span>
        ) : null}
      </Cell>
    </tr>
  );
}
