import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { OnCalendar } from './exercise-month.tsx';

/** What lies in a month as a list by its first day. */
export function MonthList({ all }: { all: readonly OnCalendar[] }) {
  const t = useTranslations('exercise.month');
  const clock = useClock();
  if (all.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  const sorted = [...all].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  return (
    <ul className="border-t border-line">
      {sorted.map((one) => (
        <li key={one.id} className="border-b border-line py-2">
          <Link
            href={paths.exercise(one.code)}
            className="font-semibold wrap-anywhere hover:text-accent hover:underline"
          >
            {one.words}
          </Link>
          <span className="block text-sm text-ink-2">
            {one.from === one.to
              ? clock.due(one.startsAt)
              : t('span', { from: clock.date(one.startsAt), to: clock.date(one.endsAt) })}
            {' · '}
            {one.cancelled ? t('cancelled') : t(`kinds.${one.kind}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
