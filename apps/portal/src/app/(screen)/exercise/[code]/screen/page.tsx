import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { isExerciseCode } from '#features/address.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { ExerciseClock } from '#features/running/exercise-clock.tsx';
import { LiveRun } from '#features/running/live-run.tsx';
import { Frozen } from '#features/scoring/frozen.tsx';
import { ScoreboardTable } from '#features/scoring/scoreboard-table.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/screen'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  const api = await serverApi();
  return {
    board: await api.scoring.scoreboard({ code, asTeams: true }),
    clock: (await api.running.frame({ code }))?.clock,
  };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { board } = await load((await params).code);
  const t = await getTranslations('scoring');
  const level = board.markings[board.exercise.markingId]?.levelName;
  return {
    title: await pageTitle(t('scoreboard.of', { exercise: board.exercise.name }), level, { exercise: true }),
  };
}

/** The scoreboard on a large screen: what teams see of it, whoever opened it. */
export default async function ScreenPage({ params }: Props) {
  const { board, clock } = await load((await params).code);
  return (
    <ClientMessages of={['scoring', 'running']}>
      <PageMarking exercise marking={board.markings[board.exercise.markingId]} />
      <LiveRun topic={`exercise-scores:${board.exercise.id}`} />
      <h1 className="mb-4 text-[clamp(1.5rem,3vw,4rem)]! leading-tight wrap-anywhere">
        {board.exercise.name}
      </h1>
      {clock ? <ExerciseClock state={clock.state} time={clock.time} now={clock.now} /> : null}
      <Frozen board={board} />
      <ScoreboardTable lines={board.lines} exercise={board.exercise} large />
    </ClientMessages>
  );
}
