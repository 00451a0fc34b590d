import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { useClock } from '#i18n/clock.ts';
import type { Meeting } from './types.ts';
import { spanWords } from './when.ts';

/** What changed since the meeting was published, the newest first: before and after where there was something before. */
export function Changes({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('meetings.changes');
  if (meeting.changes.length === 0) return null;
  return (
    <section aria-labelledby="changes" className="mt-8">
      <h2 id="changes" className="mb-3">
        {t('title')}
      </h2>
      <ul className="border-t border-line text-sm">
        {meeting.changes.map((change) => (
          <li
            key={change.id}
            className="grid gap-x-4 border-b border-line py-2 md:grid-cols-[9.5rem_minmax(0,1fr)]"
          >
            <span className="text-ink-3">
              <Instant at={change.at} />
            </span>
            <span className="min-w-0 wrap-anywhere">
              <ChangeWords change={change} zone={meeting.body.zone} />
              <span className="text-ink-3"> · {change.by}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Change = Meeting['changes'][number];

function ChangeWords({ change, zone }: { change: Change; zone: string }) {
  const t = useTranslations('meetings.changes');
  const clock = useClock();
  const { kind, title = '', before = '', after = '', fields = [] } = change;
  const said = (words: string) => {
    if (kind !== 'moved') return words || t('nothing');
    const [startsAt = '', endsAt = ''] = words.split('/');
    return spanWords({ startsAt, endsAt }, zone, clock.locale);
  };
  const touched = fields.map((field) => t(`fields.${field as 'note'}`)).join(', ');
  const head = t(`kinds.${kind}`, { title });
  const what = kind === 'itemChanged' && touched ? t('touched', { what: head, fields: touched }) : head;
  if (after || (before && kind !== 'itemChanged'))
    return t.rich('turned', {
      what,
      before: () => <del className="text-ink-2">{said(before)}</del>,
      after: () => <ins className="font-medium">{said(after)}</ins>,
    });
  return (
    <>
      {what}
      {kind === 'itemChanged' && before ? (
        <>
          {'. '}
          {t('was')} <del className="text-ink-2">{before}</del>
        </>
      ) : null}
    </>
  );
}
