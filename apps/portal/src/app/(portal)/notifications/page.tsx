import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { idSaid } from '#features/address.ts';
import { MarkReadButton } from '#features/notifications/mark-read-button.tsx';
import { NotificationList } from '#features/notifications/notification-list.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('title') };
}

/** What was sent to the reader or changed for them, the newest first. */
export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const before = idSaid((await searchParams).before);
  const api = await serverApi();
  const [t, page] = await Promise.all([getTranslations('notifications'), api.notifications.list({ before })]);
  const newest = page.items.find((item) => !item.read);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          newest ? (
            <ClientMessages of={['notifications']}>
              <MarkReadButton upTo={newest.id} />
            </ClientMessages>
          ) : null
        }
      />
      <NotificationList items={page.items} />
      <Pagination
        newer={before ? '/notifications' : null}
        older={page.older ? `/notifications?before=${page.older}` : null}
      />
    </>
  );
}
