import { meetingInput } from '@concord/api/features/meetings/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { LiveMeeting } from '#features/meetings/live-meeting.tsx';
import { SummaryView } from '#features/meetings/summary-view.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/meetings/[meetingId]/summary'>;

/** Asked once for the title and the page. */
const read = cache(async (meetingId: string) => (await serverApi()).meetings.summary({ meetingId }));

async function load({ params }: Props) {
  const asked = meetingInput.safeParse(await params);
  if (!asked.success) notFound();
  return read(asked.data.meetingId);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { title, banner }] = await Promise.all([getTranslations('meetings.summary'), load(props)]);
  return { title: await pageTitle(t('titled', { title }), banner.level) };
}

/** The summary record of a meeting, under the marking of what this reader may read of it. */
export default async function SummaryPage(props: Props) {
  const summary = await load(props);
  return (
    <>
      <MarkingBanner of="page" words={summary.banner} />
      <ClientMessages of={['meetings', 'silence']}>
        <LiveMeeting meetingId={summary.id} />
        <SummaryView summary={summary} />
      </ClientMessages>
    </>
  );
}
