import { meetingInput } from '@concord/api/features/meetings/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { LiveMeeting } from '#features/meetings/live-meeting.tsx';
import { MeetingView } from '#features/meetings/meeting-view.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/meetings/[meetingId]'>;

/** Asked once for the title and the page. */
const read = cache(async (meetingId: string) => (await serverApi()).meetings.byId({ meetingId }));

async function load({ params }: Props) {
  const asked = meetingInput.safeParse(await params);
  if (!asked.success) notFound();
  return read(asked.data.meetingId);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const meeting = await load(props);
  const level = dominant(Object.values(meeting.markings))?.levelName ?? '';
  return { title: await pageTitle(meeting.title, level) };
}

/** A meeting: when and where, its agenda as far as the reader may read it, and what came of it. */
export default async function MeetingPage(props: Props) {
  const meeting = await load(props);
  const marking = dominant(Object.values(meeting.markings));
  return (
    <>
      <PageMarking marking={marking} />
      <ClientMessages of={['meetings', 'markings', 'contribution', 'decisions.adopt']}>
        <LiveMeeting meetingId={meeting.id} />
        <MeetingView meeting={meeting} />
      </ClientMessages>
    </>
  );
}
