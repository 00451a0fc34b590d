import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { EventLines } from './event-lines.tsx';
import { AgreeForParty } from './exercise-acts.tsx';
import type { Exercise } from './types.ts';

/** Dates that decide, who takes part, teams and conferences: beside the seats. */
export function ExerciseFacts({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercise.facts');
  const clock = useClock();
  return (
    <aside className="flex flex-col gap-6 lg:border-l lg:border-line lg:pl-6">
      <Section title={t('dates')}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
          {exercise.opensAt ? <Day name={t('opens')}>{clock.due(exercise.opensAt)}</Day> : null}
          <Day name={t('closes')}>{clock.due(exercise.closesAt)}</Day>
          <Day name={t('exchange')}>{clock.due(exercise.substitutionUntil)}</Day>
          <Day name={t('starts')}>{clock.due(exercise.startsAt)}</Day>
          <Day name={t('ends')}>{clock.due(exercise.endsAt)}</Day>
        </dl>
        {exercise.reofferDays === null ? null : (
          <p className="mt-2 text-sm text-ink-2">{t('reoffer', { days: exercise.reofferDays })}</p>
        )}
        <a
          href={paths.exerciseCalendar(exercise.code)}
          download
          className="no-print mt-2 inline-block text-sm text-accent underline"
        >
          {t('calendar')}
        </a>
      </Section>
      <Parties exercise={exercise} />
      <Teams exercise={exercise} />
      <Events exercise={exercise} />
    </aside>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-base">{title}</h2>
      {children}
    </section>
  );
}

function Day({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Parties({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercise.facts');
  if (exercise.parties.length === 0) return null;
  return (
    <Section title={t('parties')}>
      <ul className="flex flex-col gap-2 text-sm">
        {exercise.parties.map((party) => (
          <li key={party.partyId} className="wrap-anywhere">
            {party.name} <span className="text-ink-2">{t(`standings.${party.standing}`)}</span>{' '}
            {party.agreedAt ? (
              <Tag tone="good" marked>
                {t('agreed')}
              </Tag>
            ) : (
              <Tag>{t('invited')}</Tag>
            )}
            {party.canAgree ? <AgreeForParty exerciseId={exercise.id} partyId={party.partyId} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Teams({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercise');
  if (exercise.teams.length === 0) return null;
  return (
    <Section title={t('facts.teams')}>
      <ul className="flex flex-col gap-1 text-sm">
        {exercise.teams.map((team) => (
          <li key={team.id} className="wrap-anywhere">
            <span className="font-semibold">{team.name}</span>{' '}
            <span className="text-ink-2">
              {t(`colours.${team.colour}`)} · {team.codes.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Events({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('exercise');
  const clock = useClock();
  if (exercise.events.length === 0) return null;
  return (
    <Section title={t('facts.events')}>
      <EventLines
        events={exercise.events}
        when={(event) => <time dateTime={event.startsAt}>{clock.due(event.startsAt)}</time>}
      />
    </Section>
  );
}
