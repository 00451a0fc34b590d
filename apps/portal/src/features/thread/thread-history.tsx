import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { ThreadAbout } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';

type Event = ThreadAbout['events'][number];

/** What happened to a thread, the newest first. */
export function ThreadHistory({ about }: { about: ThreadAbout }) {
  const t = useTranslations('thread.about');
  if (about.events.length === 0) return <p className="text-ink-2">{t('noHistory')}</p>;
  return (
    <ol className="border-t border-line">
      {about.events.map((event) => (
        <li
          key={event.id}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[11.5rem_minmax(0,1fr)]"
        >
          <p className="text-sm text-ink-3">
            <Instant at={event.at} style="medium" />
          </p>
          <EventWords about={about} event={event} />
        </li>
      ))}
    </ol>
  );
}

/** The words of an event: what happened to an entry has its own. */
function eventKey({ kind, contributionId }: Event) {
  if (contributionId === null) return `events.${kind}` as const;
  if (kind === 'reported') return 'events.reportedEntry' as const;
  return kind === 'widened' ? ('events.widenedEntry' as const) : ('events.narrowedEntry' as const);
}

function EventWords({ about, event }: { about: ThreadAbout; event: Event }) {
  const t = useTranslations('thread.about');
  const m = useTranslations('markings');
  const clock = useClock();
  const marking = event.toMarkingId ? about.markings[event.toMarkingId] : undefined;
  const details = [
    ...(event.mayWrite === false ? [t('reads')] : []),
    ...(event.until ? [t('untilWhen', { when: clock.at(event.until, 'medium') })] : []),
    ...(marking ? [`${marking.levelName} · ${releaseWords(marking, m, clock.locale)}`] : []),
  ];
  return (
    <div className="min-w-0">
      <p>
        {t(eventKey(event), {
          by: event.by,
          person: event.person ?? '',
        })}
        {event.contributionId ? (
          <>
            {' '}
            <Link
              href={paths.contribution(about.id, event.contributionId)}
              className="text-accent hover:underline"
            >
              {t('goToEntry')}
            </Link>
          </>
        ) : null}
      </p>
      {details.length > 0 ? <p className="text-sm text-ink-2">{details.join(' · ')}</p> : null}
      {event.reason ? (
        <p className="max-w-measure whitespace-pre-line text-sm text-ink-2 wrap-anywhere">{event.reason}</p>
      ) : null}
    </div>
  );
}
