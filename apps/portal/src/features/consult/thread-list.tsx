import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { ListRow } from './list-row.tsx';
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
  const address = paths.thread(thread.id);
  const tags = (
    <>
      {thread.closed ? <Tag>{t('closed')}</Tag> : null}
      {thread.named ? <Tag>{t('named')}</Tag> : null}
      {thread.following === 'muted' ? <Tag>{t('muted')}</Tag> : null}
      {thread.following === 'following' ? <Tag tone="info">{t('following')}</Tag> : null}
    </>
  );
  return (
    <ListRow
      href={thread.unread > 0 ? `${address}?unread=1#unread` : address}
      title={thread.title}
      marking={marking}
      tags={tags}
    >
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
    </ListRow>
  );
}
