import { getLocale, getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import type { CohortPage } from '#features/people/types.ts';

/** Seats of each party, and how many are held. */
export async function Seats({ cohortId, seats }: { cohortId: string; seats: CohortPage['seats'] }) {
  const [t, locale] = await Promise.all([getTranslations('cohorts'), getLocale()]);
  return (
    <section aria-labelledby="seats">
      <h2 id="seats" className="mb-3">
        {t('seats')}
      </h2>
      {seats.length === 0 ? <p className="text-ink-2">{t('noSeats')}</p> : null}
      <ul className="grid gap-x-8 md:grid-cols-2">
        {seats.map((line) => (
          <li key={line.partyId} className="flex justify-between gap-4 border-b border-line py-1.5">
            <span className="wrap-anywhere">{inLocale(locale, line)}</span>
            <span className="whitespace-nowrap tabular-nums">
              {t('held', { held: line.held, seats: line.seats })}
            </span>
          </li>
        ))}
      </ul>
      <Link href={paths.seats(cohortId)} className="mt-3 inline-block text-accent underline">
        {t('seatsPage')}
      </Link>
    </section>
  );
}
