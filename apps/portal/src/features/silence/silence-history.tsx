import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { formatBytes } from '#i18n/format.ts';
import type { Run, RunEvent } from './types.ts';
import { useEnd } from './use-end.ts';

/** All that happened, the newest first; ends that were moved stay. Receipts stand with the nations. */
export function SilenceHistory({ run }: { run: Run }) {
  const t = useTranslations('silence.history');
  const shown = run.events.filter(({ kind }) => kind !== 'acknowledge').toReversed();
  if (shown.length === 0) return null;
  return (
    <details className="py-2" open={run.state === 'broken'}>
      <summary className="font-semibold">{t('summary', { count: shown.length })}</summary>
      <ol className="mt-2 border-t border-line">
        {shown.map((event) => (
          <EventRow key={event.id} event={event} run={run} />
        ))}
      </ol>
    </details>
  );
}

function EventRow({ event, run }: { event: RunEvent; run: Run }) {
  const t = useTranslations('silence.history');
  const end = useEnd(run.timeZone);
  return (
    <li className="grid gap-x-4 border-b border-line py-2 md:grid-cols-[16rem_minmax(0,1fr)]">
      <time dateTime={event.at} className="text-ink-3">
        {end(event.at, 'short').there}
      </time>
      <div className="min-w-0 max-w-measure">
        <p>
          <span className="font-semibold">{t(`events.${wordsFor(event)}`, valuesOf(event, end))}</span>{' '}
          <Marks event={event} run={run} />
        </p>
        <Paragraphs event={event} />
        {event.author?.said.instruction ? (
          <p className="text-ink-2 wrap-anywhere">
            {t('instruction', { words: event.author.said.instruction })}
          </p>
        ) : null}
        {event.author?.said.servedOtherwise?.how ? (
          <p className="text-ink-2 wrap-anywhere">
            {t('servedOtherwise', { how: event.author.said.servedOtherwise.how })}
          </p>
        ) : null}
        {event.author?.said.reason ? (
          <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{event.author.said.reason}</p>
        ) : null}
        <Letters letters={event.letters} />
      </div>
    </li>
  );
}

/** A break that its body keeps to the chair is told without its nation. */
function wordsFor({ kind, author }: RunEvent) {
  if (kind === 'break') {
    if (!author?.nation) return 'breakUnnamed' as const;
    return author.said.objection === 'amendment' ? ('breakAmendment' as const) : ('break' as const);
  }
  if (kind === 'lift' && !author?.nation) return 'liftUnnamed' as const;
  if (kind === 'lateLift' && !author?.nation) return 'lateLiftUnnamed' as const;
  if (kind === 'confirmLetter' && !author?.nation) return 'confirmLetterUnnamed' as const;
  return kind;
}

function valuesOf({ author, until }: RunEvent, end: ReturnType<typeof useEnd>) {
  return { nation: author?.nation?.name ?? '', until: until ? end(until, 'short').there : '' };
}

/** Whether a break stands, and how it came; who acted for the body. */
function Marks({ event, run }: { event: RunEvent; run: Run }) {
  const t = useTranslations('silence.history');
  const { kind, author, live, id } = event;
  if (kind !== 'break')
    return author && !author.nation ? <span className="text-ink-3">{author.person}</span> : null;
  const confirmed = run.events.some((one) => one.kind === 'confirmLetter' && one.about === id);
  return (
    <>
      <Tag tone={live ? 'warn' : 'neutral'} marked>
        {t(live ? 'stands' : 'lifted')}
      </Tag>{' '}
      {author?.onBehalf ? <Tag wraps>{t(confirmed ? 'letterConfirmed' : 'letter')}</Tag> : null}
    </>
  );
}

function Paragraphs({ event }: { event: RunEvent }) {
  const t = useTranslations('silence.history');
  if (event.kind !== 'break' && event.kind !== 'lateNotice') return null;
  if (event.author === null) return null;
  if (event.paragraphs.length === 0) return <p className="text-ink-2">{t('whole')}</p>;
  return (
    <ul className="text-ink-2">
      {event.paragraphs.map((one) => (
        <li key={one.id} className="wrap-anywhere">
          {one.number ? <b>{t('paragraph', { number: one.number })}</b> : null} {one.opening}
        </li>
      ))}
    </ul>
  );
}

/** The letter as it was scanned, for those who are told whose break it is. */
function Letters({ letters }: { letters: RunEvent['letters'] }) {
  const t = useTranslations('silence.history');
  const locale = useLocale();
  if (letters.length === 0) return null;
  return (
    <ul aria-label={t('scans')}>
      {letters.map(({ id, name, size }) => (
        <li key={id} className="wrap-anywhere">
          <a href={`/api/files/${id}`} className="text-accent underline-offset-4 hover:underline">
            {name}
          </a>{' '}
          <span className="text-ink-3">{formatBytes(size, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
