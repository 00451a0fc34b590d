import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { Competences } from './types.ts';

/** The exercises somebody took part in, as what, and until when that counts for what it is mapped to. */
export function PartsPlayed({ played }: Pick<Competences, 'played'>) {
  const t = useTranslations('competence.played');
  const clock = useClock();
  if (played.length === 0) return null;
  return (
    <section aria-labelledby="played" className="mb-8">
      <h2 id="played" className="mb-2">
        {t('title')}
      </h2>
      <ul className="max-w-measure border-t border-line">
        {played.map(({ roleId, code, name, role, endsAt, until, mapped }) => (
          <li key={roleId} className="border-b border-line py-2 wrap-anywhere">
            <Link href={paths.exercise(code)} className="text-accent underline">
              {name}
            </Link>
            , {role}
            <span className="block text-sm text-ink-2">
              {t('ended', { date: clock.date(endsAt) })}
              {mapped ? `, ${t('counts', { date: clock.date(until) })}` : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
