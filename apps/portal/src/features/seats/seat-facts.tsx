import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import type { SeatBoard } from './types.ts';

/** How seats are given here, in three sentences. */
export function SeatFacts({ board }: { board: SeatBoard }) {
  const t = useTranslations('seats.facts');
  const clock = useClock();
  const reoffer = board.reoffered
    ? t('reoffered')
    : board.reofferAt
      ? t('reofferAt', { at: clock.due(board.reofferAt) })
      : t('reofferNever');
  return (
    <section aria-labelledby="facts" className="text-sm">
      <h2 id="facts" className="mb-3 text-base">
        {t('title')}
      </h2>
      <ul className="flex flex-col gap-3 text-ink-2">
        <li>{t('order')}</li>
        <li>{t(`approval.${board.approval}`)}</li>
        <li>{t('shared', { count: board.sharedSeats })}</li>
        <li>{reoffer}</li>
      </ul>
    </section>
  );
}
