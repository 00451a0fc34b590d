import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Notice } from '#components/notice.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isExerciseCode } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { LiveRun } from '#features/running/live-run.tsx';
import { RubricList } from '#features/scoring/rubric-list.tsx';
import { ScoreActs } from '#features/scoring/score-acts.tsx';
import { ScoreMatrix } from '#features/scoring/score-matrix.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/scoring'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).scoring.board({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const board = await load((await params).code);
  const t = await getTranslations('scoring');
  return { title: t('board.of', { exercise: board.exercise.name }) };
}

/** The scores of an exercise for its staff: every team by every criterion, the rubric, and what the director does with them. */
export default async function ScoringPage({ params }: Props) {
  const { code } = await params;
  const [t, clock, board] = [await getTranslations('scoring'), await getClock(), await load(code)];
  const { exercise, state } = board;
  return (
    <ClientMessages of={['scoring']}>
      <LiveRun topic={`exercise-scores:${exercise.id}`} />
      <PageHeader
        title={t('board.heading')}
        lead={t('board.lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={
          <>
            {exercise.kind === 'competitive' ? (
              <LinkButton href={paths.exerciseScoreboard(code)}>{t('scoreboard.heading')}</LinkButton>
            ) : null}
            <LinkButton href={paths.exerciseChecks(code)}>{t('board.checks')}</LinkButton>
          </>
        }
      />
      {board.rubric.length > 0 ? (
        <Notice>
          {state.releasedAt ? t('board.released', { at: clock.at(state.releasedAt) }) : t('board.withheld')}
        </Notice>
      ) : null}
      <ScoreActs exerciseId={exercise.id} acts={board.can.acts} />
      {board.rubric.length > 0 ? (
        <ScoreMatrix rubric={board.rubric} teams={board.teams} code={board.exercise.code} />
      ) : null}
      <RubricList board={board} />
    </ClientMessages>
  );
}
