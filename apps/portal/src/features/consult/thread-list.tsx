import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { releaseWords } from './marking-words.ts';
import type { Marking, ThreadList, ThreadRow } from './types.ts';

/** A body's threads as rows: title, marking in words, who wrote last, and what is unread. */
export function Threads({ list, filtered }: { list: ThreadList; filtered: boolean }) {
  const t = useTranslations('consult');
  if (list.threads.length === 0) {
    if (filtered) return <EmptyState title={t('noneSuch')} />;
    return <EmptyState title={t('noThreads.title')}>{list.mayStart ? t('noThreads.body') : null}</EmptyState>;
  }
  return (
    <ul className="border-t border-line">
      {list.threads.map((thread) => (
        <Row key={thread.id} thread={thread} marking={list.markings[thread.markingId]} />
      ))}
    </ul>
  );
}

function Row({ thread, marking }: { thread: ThreadRow; marking?: Marking }) {
  const t = useTranslations('consult');
  const m = useTranslations('markings');
  const clock = useClock();
  return (
    <li className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-3.5 md:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <Link
          href={thread.unread > 0 ? `${paths.thread(thread.id)}?unread=1#unread` : paths.thread(thread.id)}
          className="font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          {thread.title}
        </Link>
        <p className="flex flex-wrap gap-x-2 gap-y-1 text-sm text-ink-2">
          {marking ? (
            <span>
              <span className="font-semibold">{marking.levelName}</span>
              {' · '}
              {releaseWords(marking, m, clock.locale)}
            </span>
          ) : null}
          {thread.closed ? <Tag>{t('closed')}</Tag> : null}
          {thread.named ? <Tag>{t('named')}</Tag> : null}
          {thread.following === 'muted' ? <Tag>{t('muted')}</Tag> : null}
          {thread.following === 'following' ? <Tag tone="info">{t('following')}</Tag> : null}
        </p>
      </div>
      <div className="text-sm md:text-right">
        <p className={thread.unread > 0 ? 'font-semibold text-accent' : 'text-ink-3'}>
          {thread.unread > 0
            ? t('unread', { count: thread.unread })
            : t('entries', { count: thread.contributions })}
        </p>
        {thread.lastAt && thread.lastBy ? (
          <p className="text-ink-3">
            <span className="block wrap-anywhere">{thread.lastBy}</span>
            <Instant at={thread.lastAt} />
          </p>
        ) : null}
      </div>
    </li>
  );
}
