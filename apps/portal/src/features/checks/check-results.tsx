import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant, formatNumber } from '#i18n/format.ts';
import type { Checks } from './types.ts';

/** What came last, the newest first. */
export function CheckResults({ checks }: { checks: Checks }) {
  const t = useTranslations('checks');
  const { locale } = useClock();
  if (checks.results.length === 0) return <EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>;
  const zone = checks.exercise.timeZone;
  return (
    <section aria-labelledby="results">
      <h2 id="results" className="mb-2">
        {t('results')}
      </h2>
      <Table caption={t('results')}>
        <thead>
          <tr>
            <ColumnHead>{t('at')}</ColumnHead>
            <ColumnHead className="min-w-40">{t('team')}</ColumnHead>
            <ColumnHead className="min-w-40">{t('check')}</ColumnHead>
            <ColumnHead>{t('found')}</ColumnHead>
            <ColumnHead className="text-right">{t('points')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {checks.results.map((one) => (
            <tr key={one.id}>
              <Cell className="whitespace-nowrap">
                {formatInstant(one.at, { zone, locale, style: 'short' })}
              </Cell>
              <RowHead className="wrap-anywhere">{one.team}</RowHead>
              <Cell className="wrap-anywhere">{one.name}</Cell>
              <Cell>
                {one.state ? (
                  <Tag tone={one.state === 'up' ? 'good' : 'bad'} marked>
                    {t(one.state)}
                  </Tag>
                ) : (
                  '—'
                )}
              </Cell>
              <Cell className="text-right tabular-nums">
                {one.points === null ? '—' : formatNumber(one.points, locale, { signDisplay: 'exceptZero' })}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
