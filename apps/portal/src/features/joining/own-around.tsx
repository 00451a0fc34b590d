import { useTranslations } from 'next-intl';
import { EventLines } from '#features/exercises/event-lines.tsx';
import { useClock } from '#i18n/clock.ts';
import type { MyExercise } from './types.ts';

/** With whom one plays. */
export function OwnTeam({ mine }: { mine: MyExercise }) {
  const t = useTranslations('joining.mine');
  const { team } = mine;
  return (
    <section aria-labelledby="team">
      <h2 id="team" className="mb-2 text-base wrap-anywhere">
        {team ? t('team', { team: team.name }) : t('teamTitle')}
      </h2>
      {team ? (
        <ul className="flex flex-col gap-1 text-sm">
          {team.members.map((member) => (
            <li key={member.personId} className="wrap-anywhere">
              <span className="font-semibold">{member.name}</span>{' '}
              <span className="text-ink-2">
                {member.party} · {member.role}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-2">{t('noTeam')}</p>
      )}
    </section>
  );
}

/** Conferences still to come. */
export function OwnEvents({ mine }: { mine: MyExercise }) {
  const t = useTranslations('joining.mine');
  const clock = useClock();
  if (mine.events.length === 0) return null;
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead" className="mb-2 text-base">
        {t('ahead')}
      </h2>
      <EventLines events={mine.events} when={({ startsAt }) => clock.inBothZones(startsAt, 'short')} />
    </section>
  );
}
