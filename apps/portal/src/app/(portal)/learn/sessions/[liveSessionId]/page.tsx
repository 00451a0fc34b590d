import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { isId, said } from '#features/address.ts';
import { CourseMarking, levelTitle } from '#features/course/course-marking.tsx';
import { AttendancePage } from '#features/live-sessions/attendance-page.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/sessions/[liveSessionId]'>;

const listed = cache(async (liveSessionId: string, query: string) => {
  if (!isId(liveSessionId)) notFound();
  return (await serverApi()).liveSessions.attendees({ liveSessionId, query });
});

async function load({ params, searchParams }: Props) {
  const [{ liveSessionId }, { name }] = await Promise.all([params, searchParams]);
  const query = said(name);
  return { query, list: await listed(liveSessionId, query) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { list }] = await Promise.all([getTranslations('liveSessions.attendance'), load(props)]);
  return { title: await levelTitle(t('title'), [list.session.level]) };
}

/** Who was at one date of a live session. */
export default async function LiveSessionPage(props: Props) {
  const { query, list } = await load(props);
  return (
    <ClientMessages of={['liveSessions', 'time']}>
      <CourseMarking levels={[list.session.level]} />
      <AttendancePage list={list} query={query} />
    </ClientMessages>
  );
}
