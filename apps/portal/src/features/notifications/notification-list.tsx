import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';

type Notification = inferRouterOutputs<AppRouter>['notifications']['list']['items'][number];

/** Notifications as rows: what happened, when, and where it leads. */
export function NotificationList({ items }: { items: readonly Notification[] }) {
  const t = useTranslations('notifications');
  if (items.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <ul className="border-t border-line">
      {items.map((item) => (
        <NotificationRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function NotificationRow({ item }: { item: Notification }) {
  const t = useTranslations('notifications');
  const clock = useClock();
  const key = `kinds.${item.kind}` as 'kinds.other';
  const words = t.has(key)
    ? t(key, { ...item.params, person: item.person ?? '', thread: item.thread?.title ?? '' })
    : t('kinds.other');
  const href = item.thread ? paths.thread(item.thread.id) : (item.params.path ?? null);
  return (
    <li className="grid items-baseline gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <time dateTime={item.at} className="text-sm text-ink-3">
        {clock.due(item.at)}
      </time>
      <p className={item.read ? 'text-ink-2' : 'font-semibold'}>
        {href ? (
          <Link href={href} className="hover:text-accent hover:underline">
            {words}
          </Link>
        ) : (
          words
        )}
      </p>
      {item.read ? null : <span className="text-sm font-semibold text-accent">{t('new')}</span>}
    </li>
  );
}
