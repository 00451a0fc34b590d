import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import { ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { getClock } from '#i18n/clock.ts';
import type { CellShown, Line, Readiness } from './types.ts';

type Column = Readiness['columns'][number];
type Look = { mark: string; className: string };

const good: Look = { mark: '✓', className: '' };
const warn: Look = { mark: '◐', className: 'bg-warn-wash text-warn' };
const bad: Look = { mark: '✕', className: 'bg-bad-wash font-medium text-bad' };

const looks: Record<CellShown['state'], Look> = {
  ready: good,
  endsSoon: warn,
  endsBefore: warn,
  underWay: warn,
  failed: bad,
  expired: bad,
  notStarted: bad,
  notNeeded: { mark: '', className: 'text-ink-3' },
};

/** Person by person, each thing asked of them: the mark and the words say it, the colour repeats it. */
export async function Matrix({ columns, lines }: Pick<Readiness, 'columns' | 'lines'>) {
  const t = await getTranslations('readiness');
  if (lines.length === 0) return <EmptyState title={t('nothing')}>{t('nothingBody')}</EmptyState>;
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <ColumnHead className="align-bottom">{t('person')}</ColumnHead>
          {columns.map((column) => (
            <ColumnHead key={column.key} className="min-w-32 px-3 align-bottom">
              {column.title}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <PersonRow key={line.personId} line={line} columns={columns} />
        ))}
      </tbody>
    </Table>
  );
}

async function PersonRow({ line, columns }: { line: Line; columns: readonly Column[] }) {
  const t = await getTranslations('readiness.standing');
  return (
    <tr>
      <RowHead className="min-w-40">
        <Link href={paths.person(line.personId)} className="hover:text-accent hover:underline">
          {line.name}
        </Link>
        <span className="block text-xs font-normal text-ink-3">
          {line.jobTitle ? `${line.jobTitle} · ` : ''}
          {t(line.standing, { count: line.missing })}
        </span>
      </RowHead>
      {columns.map((column, index) => {
        const cell = line.cells[index];
        return cell ? <State key={column.key} cell={cell} kind={column.kind} /> : <td key={column.key} />;
      })}
    </tr>
  );
}

async function State({ cell, kind }: { cell: CellShown; kind: Column['kind'] }) {
  const [t, clock] = await Promise.all([getTranslations('readiness.cell'), getClock()]);
  const { mark, className } = looks[cell.state];
  const date = cell.at ? clock.date(cell.at) : '';
  return (
    <td className={cx('border-b border-l border-line px-3 py-2 align-top text-sm', className)}>
      {mark ? (
        <span aria-hidden="true" className={cx('mr-1.5', cell.state === 'ready' && 'text-good')}>
          {mark}
        </span>
      ) : null}
      {t(wordsOf(cell, kind), { date, done: cell.done, total: cell.total })}
    </td>
  );
}

function wordsOf(cell: CellShown, kind: Column['kind']) {
  if (cell.state === 'ready' && cell.at === null) return 'readyForever';
  if (cell.state === 'notStarted' && kind === 'attestation') return 'notAttested';
  if (cell.state === 'notStarted' && cell.grace) return 'grace';
  if (cell.state === 'expired' && cell.retake) return 'retake';
  return cell.state;
}
