import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { getClock } from '#i18n/clock.ts';
import { formatList } from '#i18n/format.ts';
import type { RequirementRow } from './types.ts';

/** A requirement as its line shows it; without a number of people where nobody was counted. */
type Line = Omit<RequirementRow, 'people'> & { people: number | null };

/** What is asked of whom, how many it concerns here, and until when it must be valid. */
export async function RequirementTable({ rows }: { rows: readonly Line[] }) {
  const t = await getTranslations('requirements');
  if (rows.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  const counted = rows.some(({ people }) => people !== null);
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead>{t('name')}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t('ofWhom')}</ColumnHead>
          <ColumnHead>{t('what')}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t('when')}</ColumnHead>
          {counted ? <ColumnHead className="text-right">{t('people')}</ColumnHead> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

async function Row({ row }: { row: Line }) {
  const t = await getTranslations('requirements');
  return (
    <tr>
      <RowHead className="md:min-w-48">
        <Link href={paths.requirement(row.id)} className="wrap-anywhere hover:text-accent hover:underline">
          {row.title}
        </Link>
        <div className="text-sm font-normal text-ink-2 md:hidden">
          <OfWhom row={row} />
          <When row={row} />
        </div>
      </RowHead>
      <Cell className="min-w-44 max-md:hidden">
        <OfWhom row={row} />
      </Cell>
      <Cell className="min-w-32 md:min-w-44">
        <ul>
          {row.needs.map((need) => (
            <li key={`${need.courseId} ${need.level} ${need.colour} ${need.months}`}>
              {need.kind === 'attestation' ? t('level', { level: need.title }) : need.title}
            </li>
          ))}
        </ul>
      </Cell>
      <Cell className="min-w-40 max-md:hidden">
        <When row={row} />
      </Cell>
      {row.people === null ? null : <Cell className="text-right">{row.endedAt ? '' : row.people}</Cell>}
    </tr>
  );
}

/** Of whom it is asked, in words. */
export async function OfWhom({ row }: { row: Pick<RequirementRow, 'subject' | 'role' | 'of' | 'parties'> }) {
  const [t, roles, locale] = await Promise.all([
    getTranslations('requirements'),
    getTranslations('shell.roles'),
    getLocale(),
  ]);
  const what = row.of ? inLocale(locale, row.of) : row.role ? roles(row.role) : '';
  const names = row.parties.map((party) => inLocale(locale, party));
  return (
    <>
      {t(`subjects.${row.subject}`, { what })}
      <span className="block text-sm text-ink-2">
        {names.length > 0 ? formatList(names, locale as 'en' | 'fr') : t('everyParty')}
      </span>
    </>
  );
}

async function When({ row }: { row: Line }) {
  const [t, clock] = await Promise.all([getTranslations('requirements'), getClock()]);
  return (
    <>
      {row.validOn ? t('validOnDay', { date: clock.date(row.validOn) }) : t('always')}
      {row.validMonths ? (
        <span className="block text-sm text-ink-2">{t('months', { count: row.validMonths })}</span>
      ) : null}
      {row.endedAt ? (
        <span className="block text-sm text-ink-2">{t('endedOn', { date: clock.date(row.endedAt) })}</span>
      ) : null}
    </>
  );
}
