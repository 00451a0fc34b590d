import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { SeatState, State } from './state.tsx';
import type { Line, Readiness } from './types.ts';

type Column = Readiness['columns'][number];

/** Person by person, each thing asked of them: where they stand, why, and what comes next. */
export async function Matrix({ columns, lines, seats }: Pick<Readiness, 'columns' | 'lines' | 'seats'>) {
  const t = await getTranslations('readiness');
  if (lines.length === 0) return <EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead className="sticky left-0 z-10 bg-paper align-bottom">{t('person')}</ColumnHead>
          {columns.map((column) => (
            <ColumnHead key={column.key} className="min-w-32 px-3 align-bottom">
              {column.kind === 'attestation' ? t('attested', { level: column.title }) : column.title}
            </ColumnHead>
          ))}
          {seats ? <ColumnHead className="min-w-32 px-3 align-bottom">{t('seat')}</ColumnHead> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <PersonRow key={line.personId} line={line} columns={columns} seats={seats !== null} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { line: Line; columns: readonly Column[]; seats: boolean };

async function PersonRow({ line, columns, seats }: RowProps) {
  const [t, locale] = await Promise.all([getTranslations('readiness.standing'), getLocale()]);
  const about = [line.jobTitle, line.party ? inLocale(locale, line.party) : ''].filter(Boolean);
  return (
    <tr>
      <RowHead className="sticky left-0 z-10 w-56 min-w-36 max-w-56 bg-paper">
        <Link href={paths.person(line.personId)} className="wrap-anywhere hover:text-accent hover:underline">
          {line.name}
        </Link>
        {about.map((words) => (
          <span key={words} className="block text-xs font-normal wrap-anywhere text-ink-3">
            {words}
          </span>
        ))}
        <span className="block text-xs font-normal text-ink-2">
          {t(line.standing, { count: line.missing })}
        </span>
      </RowHead>
      {columns.map((column, index) => {
        const cell = line.cells[index];
        return cell ? <State key={column.key} cell={cell} kind={column.kind} /> : <td key={column.key} />;
      })}
      {seats ? <SeatState seat={line.seat ?? 'none'} missing={line.missing} /> : null}
    </tr>
  );
}
