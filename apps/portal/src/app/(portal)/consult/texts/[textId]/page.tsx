import { textInput } from '@concord/api/features/texts/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import { DecisionLink } from '#features/decisions/decision-link.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { SilencePanel } from '#features/silence/silence-panel.tsx';
import { extrasFor } from '#features/texts/room-extras.ts';
import { RoomView } from '#features/texts/room-view.tsx';
import { TextRoom } from '#features/texts/text-room.tsx';
import { ThreadBeside } from '#features/texts/thread-beside.tsx';
import { viewOf } from '#features/texts/views.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/texts/[textId]'>;

const whole = (value: unknown) => (/^[1-9]\d{0,3}$/.test(String(value)) ? Number(value) : undefined);

/** Asked once for the title and the page. */
const read = cache(
  async (textId: string, version: number | undefined, since: number | 'previous' | undefined) => {
    const api = await serverApi();
    return api.texts.byId({ textId, ...(version && { version }), ...(since && { since }) });
  },
);

async function load({ params, searchParams }: Props) {
  const [{ textId }, asked] = await Promise.all([params, searchParams]);
  if (!textInput.safeParse({ textId }).success) notFound();
  const view = viewOf(asked.view);
  const since = view === 'changes' ? (whole(asked.since) ?? 'previous') : undefined;
  return { view, room: await read(textId, whole(asked.version), since) };
}

/** What the views of the words say in the browser. */
const ROOM_WORDS = [
  'texts.tools',
  'texts.propose',
  'texts.amendment',
  'texts.bracket',
  'texts.changes',
  'texts.odd',
  'markings',
] as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { room } = await load(props);
  return { title: pageTitle(room.title, room.markings[room.markingId]?.levelName ?? '') };
}

/** The text room: what the text is now, who has trouble with which words, and when it is final. */
export default async function TextPage(props: Props) {
  const { view, room } = await load(props);
  const api = await serverApi();
  const [extras, decided, silence, m, locale] = await Promise.all([
    extrasFor(api, room.id, view),
    api.decisions.ofText({ textId: room.id }),
    // Who only contributes sees nothing of silence.
    room.seated ? api.silence.byText({ textId: room.id }) : null,
    getTranslations('markings'),
    getLocale(),
  ]);
  const marking = room.markings[room.markingId];
  return (
    <>
      {marking ? (
        <MarkingBanner
          of="page"
          words={{ level: marking.levelName, release: releaseWords(marking, m, locale) }}
        />
      ) : null}
      <TextRoom
        room={room}
        view={view}
        // The clock of silence stands here, across the page.
        top={
          <>
            <DecisionLink textId={room.id} of={decided} />
            {silence ? <SilencePanel silence={silence} /> : null}
          </>
        }
        // The nations, the delegation's own notes, the thread: one section after the other.
        rail={<ThreadBeside thread={room.thread} />}
      >
        <ClientMessages of={ROOM_WORDS}>
          <RoomView room={room} view={view} extras={extras} />
        </ClientMessages>
      </TextRoom>
    </>
  );
}
