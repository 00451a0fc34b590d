import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { useClock } from '#i18n/clock.ts';
import { ReservationLine } from './reservation-line.tsx';
import type { Standings } from './types.ts';

type Props = { standings: Standings; numbers: ReadonlyMap<string, string> };

/** For whoever leads the body: reservations that stand longer than their nation expected, the oldest first. */
export function Ageing({ standings, numbers }: Props) {
  const t = useTranslations('positions.ageing');
  const clock = useClock();
  const late = standings.nations
    .flatMap(({ party, reservations }) => reservations.map((one) => ({ party, one })))
    .filter(({ one }) => one.overdue)
    .sort((a, b) => (a.one.expectedLift ?? '').localeCompare(b.one.expectedLift ?? ''));
  if (late.length === 0) return null;
  return (
    <section aria-labelledby="ageing" className="rounded-md border border-warn bg-warn-wash px-4 py-3">
      <h2 id="ageing" className="mb-2">
        {t('title', { count: late.length })}
      </h2>
      <ul className="flex flex-col gap-3 text-sm">
        {late.map(({ party, one }) => (
          <li key={one.id}>
            <p>
              <Link href={`#r-${one.id}`} className="font-semibold hover:underline">
                {party.name}
              </Link>{' '}
              {t('since', { when: clock.date(one.expectedLift ?? one.at) })}
            </p>
            <ReservationLine one={one} numbers={numbers} textId={standings.textId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
