import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { TimeLeft } from '#components/ui/time-left.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import type { CohortList } from '#features/people/types.ts';

/** The cohorts, those that end soonest first. */
export async function Cohorts({ cohorts }: { cohorts: CohortList['cohorts'] }) {
  const [t, locale] = await Promise.all([getTranslations('cohorts'), getLocale()]);
  if (cohorts.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('due')}</ColumnHead>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead className="text-right">{t('people')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <tr key={cohort.id}>
            <Cell className="w-28 md:w-40">
              {cohort.dueAt ? (
                <TimeLeft until={cohort.dueAt} />
              ) : (
                <span className="text-ink-3">{t('noDue')}</span>
              )}
            </Cell>
            <RowHead>
              <Link
                href={paths.cohort(cohort.id)}
                className="wrap-anywhere hover:text-accent hover:underline"
              >
                {inLocale(locale, cohort)}
              </Link>
              <span className="block text-sm font-normal text-ink-2">{cohort.course}</span>
            </RowHead>
            <Cell className="whitespace-nowrap text-right tabular-nums">
              {t('held', { held: cohort.members, seats: cohort.seats })}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
