import { useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { alike, releaseWords } from '#features/consult/marking-words.ts';
import type { Contribution, ThreadPage } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { formatBytes } from '#i18n/format.ts';

/** One entry as a quiet row: who, for whom, when; its marking where it differs; its words; what can be done. */
export function Entry({ page, entry }: { page: ThreadPage; entry: Contribution }) {
  const t = useTranslations('contribution');
  return (
    <article
      aria-labelledby={`by-${entry.id}`}
      className="grid gap-x-6 gap-y-1 py-4 md:grid-cols-[11.5rem_minmax(0,1fr)]"
    >
      <Byline entry={entry} />
      <div className="min-w-0">
        <OwnMarking page={page} entry={entry} />
        {entry.replyTo ? (
          <p className="mb-1.5 text-sm text-ink-2">
            <Link
              href={paths.contribution(page.id, entry.replyTo.id)}
              className="hover:text-accent hover:underline"
            >
              {t('inReply', { author: entry.replyTo.author })}
            </Link>
          </p>
        ) : null}
        {entry.removed ? <p className="text-ink-3">{t('removed')}</p> : <RenderedText html={entry.html} />}
        <Files entry={entry} />
        <Actions entry={entry} mayWrite={page.mayWrite} apart={ownMarking(page, entry) !== null} />
      </div>
    </article>
  );
}

function Byline({ entry }: { entry: Contribution }) {
  return (
    <header className="text-sm">
      <p id={`by-${entry.id}`} className="wrap-anywhere">
        <span className="font-semibold">{entry.author.name}</span>{' '}
        <abbr title={entry.party.name} className="font-medium text-ink-2 no-underline">
          {entry.party.code}
        </abbr>
      </p>
      <p className="text-ink-3">
        <Instant at={entry.at} />
      </p>
    </header>
  );
}

/** The marking of an entry where it is another than its thread's. */
function ownMarking(page: ThreadPage, entry: Contribution) {
  const marking = page.markings[entry.markingId];
  const ofThread = page.markings[page.markingId];
  return marking && ofThread && !alike(marking, ofThread) ? marking : null;
}

function OwnMarking({ page, entry }: { page: ThreadPage; entry: Contribution }) {
  const m = useTranslations('markings');
  const clock = useClock();
  const marking = ownMarking(page, entry);
  if (!marking) return null;
  return (
    <p className="mb-1.5 text-sm" title={m('own')}>
      <Tag tone="warn">{marking.levelName}</Tag>{' '}
      <span className="font-medium text-warn">{releaseWords(marking, m, clock.locale)}</span>
    </p>
  );
}

function Files({ entry }: { entry: Contribution }) {
  const t = useTranslations('contribution');
  const clock = useClock();
  if (entry.files.length === 0) return null;
  return (
    <ul aria-label={t('files')} className="mt-3 flex flex-col gap-1 text-sm">
      {entry.files.map((file) => (
        <li key={file.id}>
          <a href={`/api/files/${file.id}`} className="font-medium text-accent wrap-anywhere hover:underline">
            {file.name}
          </a>{' '}
          <span className="text-ink-3">{formatBytes(file.size, clock.locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Buttons without script of their own: one listener on the page sees to all of them. */
type ActionsProps = { entry: Contribution; mayWrite: boolean; apart: boolean };

function Actions({ entry, mayWrite, apart }: ActionsProps) {
  const t = useTranslations('contribution');
  const clock = useClock();
  if (entry.removed) return null;
  const verbs = [
    ...(mayWrite ? (['quote', 'reply'] as const) : []),
    ...(entry.may.edit ? (['edit'] as const) : []),
    ...(entry.may.narrow ? (['narrow'] as const) : []),
    ...(entry.may.narrow && apart ? (['widen'] as const) : []),
    ...(entry.may.remove ? (['remove'] as const) : []),
    ...(entry.editedAt ? (['history'] as const) : []),
  ];
  return (
    <p className="no-print mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      {entry.editedAt ? (
        <span className="text-ink-3">{t('edited', { when: clock.at(entry.editedAt) })}</span>
      ) : null}
      {verbs.map((verb) => (
        <button
          key={verb}
          type="button"
          data-entry={entry.id}
          data-author={entry.author.name}
          data-verb={verb}
          aria-label={t('actionsOf', { action: t(verb), author: entry.author.name })}
          className="py-0.5 font-medium text-ink-2 hover:text-accent hover:underline"
        >
          {t(verb)}
        </button>
      ))}
    </p>
  );
}
