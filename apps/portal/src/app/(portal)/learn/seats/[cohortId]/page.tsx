import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { isId } from '#features/address.ts';
import { MyMessages } from '#features/cohorts/message-list.tsx';
import { CourseMarking, levelTitle } from '#features/course/course-marking.tsx';
import { MySeat } from '#features/seats/my-seat.tsx';
import { Nominate } from '#features/seats/nominate.tsx';
import { SeatFacts } from '#features/seats/seat-facts.tsx';
import { SeatHeader } from '#features/seats/seat-header.tsx';
import { SeatLines } from '#features/seats/seat-lines.tsx';
import { SeatLog } from '#features/seats/seat-log.tsx';
import { SeatsByParty } from '#features/seats/seats-by-party.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/seats/[cohortId]'>;

const load = cache(async (cohortId: string) => {
  if (!isId(cohortId)) notFound();
  return (await serverApi()).seats.byCohort({ cohortId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('seats');
  const { name, course } = await load((await params).cohortId);
  return { title: await levelTitle(t('title', { cohort: name }), [course.level]) };
}

/** The seats of a cohort: whose they are, who waits and why, and everything that was done about them. */
export default async function SeatsPage({ params, searchParams }: Props) {
  const { cohortId } = await params;
  const [board, { before }] = await Promise.all([load(cohortId), searchParams]);
  const place = Number(before);
  const api = await serverApi();
  const log = await api.seats.log({
    cohortId,
    ...(Number.isInteger(place) && place > 0 ? { before: place } : {}),
  });
  const messages = await api.cohorts.ownMessages({ cohortId });
  return (
    <ClientMessages of={['seats']}>
      <CourseMarking levels={[board.course.level]} />
      <SeatHeader board={board} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
        <div className="flex flex-col gap-9">
          <MySeat board={board} />
          <MyMessages messages={messages} />
          <SeatLines board={board} />
          {board.can.askForOthers ? <Nominate cohortId={board.id} /> : null}
          <SeatsByParty board={board} />
          <SeatLog log={log} cohortId={board.id} />
        </div>
        <SeatFacts board={board} />
      </div>
    </ClientMessages>
  );
}
