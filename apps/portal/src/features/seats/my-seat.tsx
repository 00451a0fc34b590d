import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import { AskForSeat, SeatAct } from './seat-acts.tsx';
import type { SeatBoard } from './types.ts';
import { useSeatWords } from './words.ts';

/** Where I stand, why, and the one thing I can do about it. */
export function MySeat({ board }: { board: SeatBoard }) {
  const t = useTranslations('seats');
  const words = useSeatWords();
  const clock = useClock();
  const { mine } = board;
  const stands = mine !== null && mine.state !== 'refused' && mine.state !== 'withdrawn';
  return (
    <section
      aria-labelledby="mine"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md border border-line px-5 py-4"
    >
      <div>
        <h2 id="mine" className="text-base">
          {mine ? words.state(mine) : t('mine.none')}
        </h2>
        <p className="text-ink-2">
          {mine
            ? t('mine.asked', { at: clock.due(mine.requestedAt), why: words.why(mine) })
            : t('mine.noneNote')}
        </p>
      </div>
      {stands && mine ? (
        <SeatAct act="withdraw" cohortId={board.id} personId={mine.personId} about={board.name} />
      ) : board.can.ask ? (
        <AskForSeat cohortId={board.id} />
      ) : null}
    </section>
  );
}
