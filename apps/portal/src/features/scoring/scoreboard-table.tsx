import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatNumber, formatPercent } from '#i18n/format.ts';
import type { Scoreboard } from './types.ts';

/** How the teams of this exercise stand. `large` is read from across a room. */
export function ScoreboardTable({ board, large = false }: { board: Scoreboard; large?: boolean }) {
  const t = useTranslations('scoring.scoreboard');
  const { locale } = useClock();
  const figure = (value: number) => formatNumber(value, locale);
  const number = cx('text-right tabular-nums', large && 'text-2xl');
  const head = cx('text-right', large && 'text-lg');
  return (
    <Table caption={t('caption', { exercise: board.exercise.name })}>
      <thead>
        <tr>
          <ColumnHead className={cx('w-16', large && 'text-lg')}>{t('place')}</ColumnHead>
          <ColumnHead className={cx(large && 'text-lg')}>{t('team')}</ColumnHead>
          <ColumnHead className={head}>{t('rubric')}</ColumnHead>
          <ColumnHead className={head}>{t('checks')}</ColumnHead>
          <ColumnHead className={head}>{t('up')}</ColumnHead>
          <ColumnHead className={head}>{t('total')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {board.lines.map((line) => (
          <tr key={line.teamId}>
            <Cell className={cx('tabular-nums', large && 'text-2xl')}>{figure(line.place)}</Cell>
            <RowHead className={cx('wrap-anywhere', large && 'text-2xl')}>{line.name}</RowHead>
            <Cell className={number}>{figure(line.rubric)}</Cell>
            <Cell className={number}>{figure(line.checks)}</Cell>
            <Cell className={number}>
              {line.seen === 0 ? '—' : formatPercent(line.up / line.seen, locale)}
            </Cell>
            <Cell className={cx(number, 'font-semibold')}>{figure(line.total)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
