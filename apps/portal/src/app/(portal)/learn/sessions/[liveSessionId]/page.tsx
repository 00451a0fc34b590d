import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isId, said } from '#features/address.ts';
import { AttendancePage } from '#features/live-sessions/attendance-page.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/sessions/[liveSessionId]'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('liveSessions.attendance'))('title') };
}

/** Who was at one date of a live session. */
export default async function LiveSessionPage({ params, searchParams }: Props) {
  const [{ liveSessionId }, { name }] = await Promise.all([params, searchParams]);
  if (!isId(liveSessionId)) notFound();
  const query = said(name);
  const list = await (await serverApi()).liveSessions.attendees({ liveSessionId, query });
  return (
    <ClientMessages of={['liveSessions', 'time']}>
      <AttendancePage list={list} query={query} />
    </ClientMessages>
  );
}
