import { useTranslations } from 'next-intl';
import { PageHeader } from '#components/page-header.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { DirectSeats } from './direct-seats.tsx';
import type { SeatBoard } from './types.ts';

/** Which seats these are, and until when they may be asked for. */
export function SeatHeader({ board }: { board: SeatBoard }) {
  const t = useTranslations('seats');
  const clock = useClock();
  const window = board.can.ask ? t('openUntil', { until: clock.due(board.closesAt) }) : t('notOpen');
  const { id, revision, approval, sharedSeats, reofferDays, reoffered } = board;
  return (
    <PageHeader
      crumbs={[
        { label: t('learn'), href: '/learn' },
        { label: board.course.title, href: paths.course(board.course.slug) },
      ]}
      title={t('title', { cohort: board.name })}
      lead={t('lead', { from: clock.date(board.startsAt), window })}
      actions={
        board.can.direct ? (
          <DirectSeats
            settings={{ cohortId: id, revision, approval, sharedSeats, reofferDays }}
            reoffered={reoffered}
          />
        ) : null
      }
    />
  );
}
