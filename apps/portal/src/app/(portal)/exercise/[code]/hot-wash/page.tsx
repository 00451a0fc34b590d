import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isExerciseCode } from '#features/address.ts';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { CloseWash, OpenWash, SaveGroup } from '#features/lessons/wash-acts.tsx';
import { WashBoard } from '#features/lessons/wash-board.tsx';
import { paths } from '#features/paths.ts';
import { LiveRun } from '#features/running/live-run.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/hot-wash'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).lessons.hotWash({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('lessons'))('wash.of', { exercise: exercise.name }) };
}

/** The talk right after an exercise: what was seen, group by group, live for everybody who took part. */
export default async function HotWashPage({ params }: Props) {
  const { code } = await params;
  const [t, page] = [await getTranslations('lessons'), await load(code)];
  const { exercise, wash, can, observations, groups } = page;
  const lead = wash === null ? t('wash.notOpen') : wash.closedAt ? t('wash.over') : t('wash.running');
  return (
    <ClientMessages of={['lessons']}>
      <LiveRun topic={`exercise-wash:${exercise.id}`} />
      <LearnPage
        exercise={exercise}
        current="hot-wash"
        title={t('wash.title')}
        lead={lead}
        actions={
          <>
            {can.lead ? <SaveGroup exerciseId={exercise.id} /> : null}
            {can.open ? <OpenWash exerciseId={exercise.id} again={wash !== null} /> : null}
            {can.lead && wash ? <CloseWash exerciseId={exercise.id} /> : null}
          </>
        }
      >
        {observations.length === 0 && groups.length === 0 ? (
          <EmptyState
            title={t('wash.empty')}
            action={
              <LinkButton href={paths.exerciseLearn(code, 'observations')}>{t('observe.new')}</LinkButton>
            }
          >
            {t('wash.emptyBody')}
          </EmptyState>
        ) : (
          <WashBoard page={page} />
        )}
      </LearnPage>
    </ClientMessages>
  );
}
