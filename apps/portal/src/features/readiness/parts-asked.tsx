import { isMet } from '@concord/api/features/readiness/rules';
import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { Mine } from './types.ts';

type Item = Mine['items'][number];

/** The parts in exercises that are asked of the reader: where they stand, by which exercise, and what comes next. */
export function PartsAsked({ items }: Pick<Mine, 'items'>) {
  const t = useTranslations('readiness.parts');
  const asked = items.filter(({ kind }) => kind === 'part');
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="parts-asked" className="mt-8">
      <h2 id="parts-asked" className="mb-3">
        {t('title')}
      </h2>
      <ul className="border-t border-line">
        {asked.map((item) => (
          <PartRow key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}

function PartRow({ item }: { item: Item }) {
  const t = useTranslations('readiness');
  const clock = useClock();
  const { state, at, part } = item;
  const { played, named } = part ?? { played: null, named: null };
  const days = named && { from: clock.date(named.startsAt), to: clock.date(named.endsAt) };
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-2.5">
      <span className="min-w-0 wrap-anywhere">
        <b className="font-semibold">{item.title}</b>
        {played ? (
          <span className="block text-sm text-ink-2">
            <Exercise {...played} />
            {at ? `, ${t('parts.counts', { date: clock.date(at) })}` : null}
          </span>
        ) : null}
        {item.step === 'named' && named && days ? (
          <span className="block text-sm text-ink-2">
            {t('named', { exercise: named.name ?? t('anExercise'), ...days })}
          </span>
        ) : null}
        {item.step === 'takePart' ? <Next opening={item.opening} /> : null}
      </span>
      <Tag tone={isMet(state) ? 'good' : item.step === 'named' ? 'warn' : 'bad'} marked>
        {state === 'notStarted' ? t('cell.noPart') : t(`states.${state}`)}
      </Tag>
    </li>
  );
}

/** The next exercise that takes names for it, and who asks for a seat; the calendar where there is none. */
function Next({ opening }: Pick<Item, 'opening'>) {
  const t = useTranslations('readiness.parts');
  const clock = useClock();
  const link = 'font-medium text-accent underline';
  if (!opening)
    return (
      <span className="block text-sm text-ink-2">
        {t.rich('noOpening', {
          link: (words) => (
            <Link href="/exercise" className={link}>
              {words}
            </Link>
          ),
        })}
      </span>
    );
  const { code, name, startsAt, endsAt, closesAt } = opening;
  const dates = { from: clock.date(startsAt), to: clock.date(endsAt), closes: clock.due(closesAt) };
  return (
    <span className="block text-sm text-ink-2">
      {t.rich('opening', {
        ...{ ...dates, name },
        link: (words) => (
          <Link href={paths.exercise(code)} className={link}>
            {words}
          </Link>
        ),
      })}
    </span>
  );
}

function Exercise({ code, name }: { code: string | null; name: string | null }) {
  const t = useTranslations('readiness');
  if (code === null) return t('anExercise');
  return (
    <Link href={paths.exercise(code)} className="text-accent underline">
      {name}
    </Link>
  );
}
