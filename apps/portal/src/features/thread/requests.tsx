import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { ThreadAbout } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { DecideWider } from './decide-wider.tsx';

type Request = ThreadAbout['requests'][number];

/** What was asked to be opened wider and waits for a second person. */
export function Requests({ about }: { about: ThreadAbout }) {
  const t = useTranslations('thread.about');
  if (about.requests.length === 0) return null;
  return (
    <section aria-labelledby="requests">
      <h2 id="requests" className="mb-3">
        {t('requests')}
      </h2>
      <ul className="border-t border-line">
        {about.requests.map((request) => (
          <li key={request.id} className="border-b border-line py-3">
            <RequestRow about={about} request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RequestRow({ about, request }: { about: ThreadAbout; request: Request }) {
  const t = useTranslations('thread.about');
  const m = useTranslations('markings');
  const clock = useClock();
  const marking = about.markings[request.toMarkingId];
  const decides = request.may.confirm || request.may.refuse;
  return (
    <>
      <p>
        {t(request.contributionId ? 'requestOfEntry' : 'requestOf', { by: request.by })}{' '}
        <strong>{marking?.levelName}</strong>
        {marking ? ` · ${releaseWords(marking, m, clock.locale)}` : null}{' '}
        {request.contributionId ? (
          <Link
            href={paths.contribution(about.id, request.contributionId)}
            className="text-accent hover:underline"
          >
            {t('goToEntry')}
          </Link>
        ) : null}
      </p>
      <p className="max-w-measure whitespace-pre-line text-sm text-ink-2 wrap-anywhere">
        {clock.at(request.at, 'medium')} · {request.reason}
      </p>
      {decides ? (
        <DecideWider
          requestId={request.id}
          threadId={about.id}
          may={request.may}
          about={request.by}
          marking={marking}
        />
      ) : (
        <p className="max-w-measure text-sm text-ink-3">{t('waits')}</p>
      )}
    </>
  );
}
