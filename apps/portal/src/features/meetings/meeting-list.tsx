import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { ListRow } from '#features/consult/list-row.tsx';
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
  const { locale } = useClock();
  const tag = (
    <>
      <MeetingState state={row.state} />
      {row.summary ? <Tag tone="info">{t('summary.tag')}</Tag> : null}
    </>
  );
  return (
    <ListRow href={paths.meeting(row.id)} title={row.title} tag={tag} marking={marking}>
      <time dateTime={row.startsAt}>{spanWords(row, row.zone, locale)}</time>
      {row.place ? <span className="block wrap-anywhere">{row.place}</span> : null}
    </ListRow>
  );
}
