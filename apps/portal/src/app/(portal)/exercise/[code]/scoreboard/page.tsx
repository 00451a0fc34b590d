import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isExerciseCode } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { LiveRun } from '#features/running/live-run.tsx';
import { Frozen } from '#features/scoring/frozen.tsx';
import { ScoreActs } from '#features/scoring/score-acts.tsx';
import { ScoreboardTable } from '#features/scoring/scoreboard-table.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/scoreboard'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).scoring.scoreboard({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const board = await load((await params).code);
  const t = await getTranslations('scoring');
  return { title: t('scoreboard.of', { exercise: board.exercise.name }) };
}

/** How the teams of a competition stand: all of it for the staff, for teams as far as it is open and not frozen. */
export default async function ScoreboardPage({ params }: Props) {
  const { code } = await params;
  const [t, board] = [await getTranslations('scoring'), await load(code)];
  const { exercise } = board;
  return (
    <ClientMessages of={['scoring']}>
      <LiveRun topic={`exercise-scores:${exercise.id}`} />
      <PageHeader
        title={t('scoreboard.heading')}
        lead={t('scoreboard.lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={
          board.openedAt ? (
            <LinkButton href={paths.exerciseScreen(code)}>{t('scoreboard.screen')}</LinkButton>
          ) : null
        }
      />
      <Frozen board={board} />
      <ScoreActs exerciseId={exercise.id} acts={board.can.acts} />
      <ScoreboardTable lines={board.lines} exercise={board.exercise} />
    </ClientMessages>
  );
}
