import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatNumber, formatPercent } from '#i18n/format.ts';
import type { Scoreboard } from './types.ts';

type Props = { lines: Scoreboard['lines']; exercise: { name: string }; large?: boolean };

/** How the teams of this exercise stand. `large` is read from across a room. */
export function ScoreboardTable({ lines, exercise, large = false }: Props) {
  const t = useTranslations('scoring.scoreboard');
  const { locale } = useClock();
  const figure = (value: number) => formatNumber(value, locale);
  const size = large && 'text-[clamp(1.25rem,2.6vw,3.5rem)]';
  const headSize = large && 'text-[clamp(0.875rem,1.3vw,1.75rem)]!';
  const number = cx('text-right tabular-nums', size);
  const head = cx('text-right', headSize);
  return (
    <Table caption={t('caption', { exercise: exercise.name })}>
      <thead>
        <tr>
          <ColumnHead className={cx('w-[4em]', headSize)}>{t('place')}</ColumnHead>
          <ColumnHead className={cx('min-w-32', headSize)}>{t('team')}</ColumnHead>
          <ColumnHead className={head}>{t('total')}</ColumnHead>
          <ColumnHead className={head}>{t('rubric')}</ColumnHead>
          <ColumnHead className={head}>{t('checks')}</ColumnHead>
          <ColumnHead className={head}>{t('up')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.teamId}>
            <Cell className={cx('tabular-nums', size)}>{figure(line.place)}</Cell>
            <RowHead className={cx('wrap-anywhere', size)}>{line.name}</RowHead>
            <Cell className={cx(number, 'font-semibold')}>{figure(line.total)}</Cell>
            <Cell className={number}>{figure(line.rubric)}</Cell>
            <Cell className={number}>{figure(line.checks)}</Cell>
            <Cell className={number}>
              {line.seen === 0 ? '—' : formatPercent(line.up / line.seen, locale)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
