import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { Room } from './types.ts';

/** The thread in which a text is talked about, and what is unread there. */
export function ThreadBeside({ thread }: { thread: Room['thread'] }) {
  const t = useTranslations('texts.thread');
  if (!thread) return null;
  const way = paths.thread(thread.id);
  return (
    <section aria-labelledby="thread-beside">
      <h2 id="thread-beside" className="mb-3">
        {t('title')}
      </h2>
      <p className="text-sm text-ink-2">{t('unread', { count: thread.unread })}</p>
      <p className="text-sm">
        <Link
          href={thread.unread > 0 ? `${way}?unread=1#unread` : way}
          className="font-semibold text-accent hover:underline"
        >
          {thread.unread > 0 ? t('firstUnread') : t('open')}
        </Link>
      </p>
    </section>
  );
}
