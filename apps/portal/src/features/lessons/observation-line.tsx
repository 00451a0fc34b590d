import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { Evidence } from './evidence.tsx';
import { MarkedApart } from './marked-apart.tsx';
import type { Observation, Observations } from './types.ts';

type Props = {
  observation: Observation;
  exercise: Observations['exercise'];
  markings: Observations['markings'];
  children?: ReactNode;
};

/** One thing that was seen: by whom, about whom, and what followed from it. */
export function ObservationLine({ observation, exercise, markings, children }: Props) {
  const t = useTranslations('lessons.observe');
  const { locale } = useClock();
  const { kind, what, author, team, objective, injectNumber, evidence, at, lessons } = observation;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <Tag tone={kind === 'sustain' ? 'good' : 'warn'}>{t(`kinds.${kind}`)}</Tag>
        {team ? <span className="font-semibold text-ink wrap-anywhere">{team}</span> : null}
        {injectNumber === null ? null : <span>#{injectNumber}</span>}
        <span>
          {author} · {formatInstant(at, { zone: exercise.timeZone, locale, style: 'short' })}
        </span>
        <MarkedApart markingId={observation.markingId} exercise={exercise} markings={markings} />
      </p>
      <p className="max-w-measure whitespace-pre-line wrap-anywhere">{what}</p>
      {objective || evidence || lessons.length > 0 ? (
        <p className="flex max-w-measure flex-wrap gap-x-4 text-sm text-ink-2">
          {objective ? <span className="wrap-anywhere">{t('about', { objective })}</span> : null}
          <Evidence address={evidence} />
          {lessons.map((number) => (
            <Link key={number} href={paths.lesson(exercise.code, number)} className="text-accent underline">
              {t('followed', { lesson: `${exercise.code}-${number}` })}
            </Link>
          ))}
        </p>
      ) : null}
      {children}
    </div>
  );
}
