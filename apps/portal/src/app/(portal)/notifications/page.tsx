import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { idSaid } from '#features/address.ts';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { MarkReadButton } from '#features/notifications/mark-read-button.tsx';
import { NotificationList } from '#features/notifications/notification-list.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/notifications'>;

const load = cache(async (before: string | undefined) => {
  const page = await (await serverApi()).notifications.list({ before });
  return { page, marking: dominant(Object.values(page.markings)) };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { marking } = await load(idSaid((await searchParams).before));
  return { title: await pageTitle((await getTranslations('notifications'))('title'), marking?.levelName) };
}

/** What was sent to the reader or changed for them, the newest first. */
export default async function NotificationsPage({ searchParams }: Props) {
  const before = idSaid((await searchParams).before);
  const [t, { page, marking }] = await Promise.all([getTranslations('notifications'), load(before)]);
  const newest = page.items.find((item) => !item.read);
  return (
    <>
      <PageMarking marking={marking} />
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
