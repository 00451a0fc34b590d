import { useTranslations } from 'next-intl';
import { buttonLook } from '#components/ui/button-look.ts';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { SessionFacts } from './session-facts.tsx';
import type { OwnDate, OwnSessions } from './types.ts';
import { useWhen } from './use-when.ts';

/** How the learner stands, and every date there is: any one of them is enough. */
export function OwnDates({ own }: { own: OwnSessions }) {
  const t = useTranslations('liveSessions.own');
  // Once they were somewhere, the other dates concern them no more.
  const dates = own.attended ? own.dates.filter(({ state }) => state !== null) : own.dates;
  return (
    <section aria-labelledby="dates" className="max-w-measure">
      <h2 id="dates" className="mb-2">
        {t('title')}
      </h2>
      <Standing own={own} />
      {dates.filter(({ phase }) => phase === 'ahead' || phase === 'running').length > 1 && !own.attended ? (
        <p className="mb-3 text-ink-2">{t('anyOne')}</p>
      ) : null}
      <ul className="border-t border-line empty:hidden">
        {dates.map((date) => (
          <DateRow key={date.id} date={date} next={date.id === own.next} />
        ))}
      </ul>
    </section>
  );
}

/** One sentence: attended, next, passed without, or nothing planned. */
function Standing({ own }: { own: OwnSessions }) {
  const t = useTranslations('liveSessions.own');
  const when = useWhen();
  const at = (id: string | null) => {
    const date = own.dates.find((one) => one.id === id);
    return date ? when(date) : '';
  };
  const missed = own.dates.find(({ id }) => id === own.missed);
  if (own.attended) return <p className="mb-3">{t('attended', { at: at(own.attended) })}</p>;
  return (
    <div className="mb-3">
      {missed && own.completes === 'attendance' ? (
        <p className="mb-1">{t(`passed.${missed.state ?? 'none'}`, { at: when(missed) })}</p>
      ) : null}
      <p className="font-semibold">{own.next ? t('next', { at: at(own.next) }) : t('nonePlanned')}</p>
    </div>
  );
}

const tones: Record<'next' | OwnDate['phase'] | NonNullable<OwnDate['state']>, Tone> = {
  ...{ next: 'info', ahead: 'neutral', running: 'info', over: 'neutral', cancelled: 'bad' },
  ...{ present: 'good', absent: 'warn', excused: 'neutral' },
};

function DateRow({ date, next }: { date: OwnDate; next: boolean }) {
  const t = useTranslations('liveSessions.own');
  const when = useWhen();
  const open = date.phase === 'ahead' || date.phase === 'running';
  const state = date.state ?? (next && date.phase === 'ahead' ? 'next' : date.phase);
  return (
    <li className="border-b border-line py-4">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className={date.phase === 'cancelled' ? 'line-through' : 'font-semibold'}>{when(date)}</span>
        <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
      </p>
      <SessionFacts date={date} />
      {open ? (
        <p className="no-print mt-2.5 flex flex-wrap gap-x-4 gap-y-2">
          {date.link ? (
            <a
              href={date.link}
              rel="noreferrer"
              target="_blank"
              className={buttonLook(next ? 'primary' : 'plain')}
            >
              {t('join')}
              <span className="sr-only">: {when(date)}</span>
            </a>
          ) : null}
          <a
            href={`/api/live-sessions/${date.id}.ics`}
            download
            className="self-center font-semibold text-accent hover:underline"
          >
            {t('calendar')}
            <span className="sr-only">: {when(date)}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
}
