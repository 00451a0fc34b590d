import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { Marking } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { MeetingState } from './meeting-state.tsx';
import type { MeetingListing, MeetingRow } from './types.ts';
import { spanWords } from './when.ts';

/** A body's meetings: those ahead, then the past ones. */
export function MeetingList({ list }: { list: MeetingListing }) {
  const t = useTranslations('meetings');
  if (list.ahead.length === 0 && list.past.length === 0)
    return <EmptyState title={t('none.title')}>{list.mayPlan ? t('none.body') : null}</EmptyState>;
  return (
    <>
      <Rows title={t('ahead')} rows={list.ahead} markings={list.markings} />
      <Rows title={t('past')} rows={list.past} markings={list.markings} />
    </>
  );
}

type RowsProps = { title: string; rows: MeetingRow[]; markings: MeetingListing['markings'] };

function Rows({ title, rows, markings }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="mb-3">{title}</h2>
      <ul className="border-t border-line">
        {rows.map((row) => (
          <Row key={row.id} row={row} marking={markings[row.markingId]} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row, marking }: { row: MeetingRow; marking?: Marking }) {
  const t = useTranslations('meetings');
  const m = useTranslations('markings');
  const clock = useClock();
  return (
    <li className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-3.5 md:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <Link
          href={paths.meeting(row.id)}
          className="font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          {row.title}
        </Link>{' '}
        <MeetingState state={row.state} />
        {row.summary ? <Tag tone="info">{t('summary.tag')}</Tag> : null}
        {marking ? (
          <p className="text-sm text-ink-2">
            <span className="font-semibold">{marking.levelName}</span>
            {' · '}
            {releaseWords(marking, m, clock.locale)}
          </p>
        ) : null}
      </div>
      <p className="text-sm text-ink-2 md:text-right">
        <time dateTime={row.startsAt}>{spanWords(row, row.zone, clock.locale)}</time>
        {row.place ? <span className="block wrap-anywhere">{row.place}</span> : null}
      </p>
    </li>
  );
}
