import type { MemberState } from '@concord/api/features/cohorts/rules';
import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { Decide } from './decide.tsx';
import { MoreTime } from './more-time.tsx';
import { ResultCell } from './result-cell.tsx';
import type { Book, Line } from './types.ts';

const tones: Record<MemberState, Tone> = {
  completed: 'good',
  underWay: 'info',
  notStarted: 'neutral',
  overdue: 'bad',
  notEnrolled: 'neutral',
};

/** Everybody's results: a row for a person, a column for each quiz and assignment and for the course. */
export function BookTable({ book }: { book: Book }) {
  const t = useTranslations('grades');
  if (book.rows.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  const acts = book.can.decide || book.can.extend;
  return (
    <>
      {book.columns.length === 0 ? <p className="mb-3 text-ink-2">{t('noColumns')}</p> : null}
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <ColumnHead>{t('person')}</ColumnHead>
            <ColumnHead>{t('party')}</ColumnHead>
            <ColumnHead>{t('course')}</ColumnHead>
            {book.columns.map(({ key, title }) => (
              <ColumnHead key={key} className="min-w-40">
                {title}
              </ColumnHead>
            ))}
            {acts ? <ColumnHead>{t('change')}</ColumnHead> : null}
          </tr>
        </thead>
        <tbody>
          {book.rows.map((line) => (
            <BookRow key={line.enrolmentId} book={book} line={line} acts={acts} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

type RowProps = { book: Book; line: Line; acts: boolean };

function BookRow({ book, line, acts }: RowProps) {
  const clock = useClock();
  const { name, enrolmentId } = line;
  return (
    <tr>
      <RowHead className="min-w-40 wrap-anywhere">
        <Link href={paths.person(line.personId)} className="hover:text-accent hover:underline">
          {name}
        </Link>
      </RowHead>
      <Cell>{line.party}</Cell>
      <Cell className="min-w-44">
        <CourseState line={line} />
      </Cell>
      {book.columns.map(({ key }) => (
        <Cell key={key}>
          <ResultCell line={line} about={key} />
        </Cell>
      ))}
      {acts ? (
        <Cell>
          {line.own ? null : (
            <div className="flex flex-col items-start gap-1.5 whitespace-nowrap">
              {book.can.decide ? (
                <Decide enrolmentId={enrolmentId} name={name} columns={book.columns} />
              ) : null}
              {book.can.extend && !line.completedAt ? (
                <MoreTime
                  enrolmentId={enrolmentId}
                  name={name}
                  columns={book.columns}
                  zone={clock.zones.headquarters}
                />
              ) : null}
            </div>
          )}
        </Cell>
      ) : null}
    </tr>
  );
}

function CourseState({ line }: { line: Line }) {
  const t = useTranslations('grades');
  const cohorts = useTranslations('cohorts');
  const clock = useClock();
  return (
    <>
      <Tag tone={tones[line.state]} marked>
        {cohorts(`states.${line.state}`)}
      </Tag>
      <span className="block text-sm text-ink-2 tabular-nums">
        {t('doneOf', { done: line.done, total: line.total })}
        {line.completedAt ? ` · ${clock.date(line.completedAt)}` : null}
        {!line.completedAt && line.dueAt ? ` · ${t('due', { at: clock.date(line.dueAt) })}` : null}
      </span>
      <CourseDecision line={line} />
    </>
  );
}

function CourseDecision({ line }: { line: Line }) {
  const whole = line.decisions[''] ?? line.extensions[''];
  if (!whole) return null;
  const only = { ...line, results: {} };
  return (
    <span className="mt-1 block">
      <ResultCell line={only} about="" plain />
    </span>
  );
}
