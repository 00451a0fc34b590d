import { textInput } from '@concord/api/features/texts/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { said } from '#features/address.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { DecisionLink } from '#features/decisions/decision-link.tsx';
import { LessonsBehind } from '#features/lessons/behind.tsx';
import { MarginRail } from '#features/margin/margin-rail.tsx';
import { RoomRail } from '#features/positions/room-rail.tsx';
import { withSilence } from '#features/positions/with-silence.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { SilencePanel } from '#features/silence/silence-panel.tsx';
import { concernsIn } from '#features/texts/concerns-in.ts';
import { extrasFor } from '#features/texts/room-extras.ts';
import { RoomView } from '#features/texts/room-view.tsx';
import { TextRoom } from '#features/texts/text-room.tsx';
import { ThreadBeside } from '#features/texts/thread-beside.tsx';
import { type View, viewOf } from '#features/texts/views.ts';
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

/** What stands beside the words: what nations say, the own delegation's margin, and the matrix where it is shown. */
async function readBeside(textId: string, version: number | undefined, view: View) {
  const api = await serverApi();
  const of = { textId, ...(version && { version }) };
  const [standings, margin, matrix] = await Promise.all([
    api.positions.byText(of),
    api.margin.byText({ textId }),
    view === 'matrix' ? api.positions.matrix(of) : null,
  ]);
  return { standings, margin, matrix };
}

async function askedFor({ params, searchParams }: Props) {
  const [{ textId }, asked] = await Promise.all([params, searchParams]);
  if (!textInput.safeParse({ textId }).success) notFound();
  const view = viewOf(asked.view);
  const since = view === 'changes' ? (whole(asked.since) ?? ('previous' as const)) : undefined;
  const nation = said(asked.nation, 10) || undefined;
  return { textId, view, version: whole(asked.version), since, everyRow: asked.rows === 'all', nation };
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
  const { textId, version, since } = await askedFor(props);
  const room = await read(textId, version, since);
  return { title: await pageTitle(room.title, room.markings[room.markingId]?.levelName) };
}

/** The text room: what the text is now, who has trouble with which words, and when it is final. */
export default async function TextPage(props: Props) {
  const { textId, view, version, since, everyRow, nation } = await askedFor(props);
  const [room, shown, api] = await Promise.all([
    read(textId, version, since),
    readBeside(textId, version, view),
    serverApi(),
  ]);
  const [extras, decided, silence] = await Promise.all([
    extrasFor(api, room.id, view),
    api.decisions.ofText({ textId: room.id }),
    // Who only contributes sees nothing of silence.
    room.seated ? api.silence.byText({ textId: room.id }) : null,
  ]);
  const standings = shown.standings && withSilence(shown.standings, silence?.run ?? null);
  const beside = { ...shown, standings };
  const marking = room.markings[room.markingId];
  return (
    <>
      <PageMarking marking={marking} />
      <TextRoom
        room={room}
        view={view}
        concerns={concernsIn(room, beside).count}
        // The clock of silence stands here, across the page.
        top={
          <>
            <DecisionLink textId={room.id} of={decided} />
            <LessonsBehind kind="text" id={room.id} />
            {silence ? <SilencePanel silence={silence} /> : null}
          </>
        }
        // The nations, the delegation's own notes, the thread: one section after the other.
        rail={
          <>
            <RoomRail room={room} standings={beside.standings} />
            <MarginRail room={room} margin={beside.margin} />
            <ThreadBeside thread={room.thread} />
          </>
        }
      >
        <ClientMessages of={ROOM_WORDS}>
          <RoomView
            room={room}
            view={view}
            extras={extras}
            beside={beside}
            everyRow={everyRow}
            nation={nation}
          />
        </ClientMessages>
      </TextRoom>
    </>
  );
}
