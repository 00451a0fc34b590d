import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache, type ReactNode } from 'react';
import { isExerciseCode } from '#features/address.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { ExerciseClock } from '#features/running/exercise-clock.tsx';
import { LiveRun } from '#features/running/live-run.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ code: string }>; children: ReactNode };

const load = cache(async (code: string) =>
  isExerciseCode(code) ? (await serverApi()).running.frame({ code }) : null,
);

/** Every title carries the exercise's marking, and the word EXERCISE. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const marking = (await load((await params).code))?.marking;
  if (!marking) return {};
  const words = (await getTranslations('markings'))('exercise', { level: marking.levelName });
  return { title: { absolute: words, template: `%s · ${words}` } };
}

/** Around every page of an exercise: its marking, and its time for who is in it. It shows; the API decides. */
export default async function ExerciseLayout({ params, children }: Props) {
  const { code } = await params;
  const frame = await load(code);
  const clock = frame?.clock;
  return (
    <>
      <PageMarking exercise marking={frame?.marking} />
      {clock ? (
        <ClientMessages of={['running']}>
          <LiveRun topic={clock.topic} />
          <ExerciseClock state={clock.state} time={clock.time} now={clock.now} />
        </ClientMessages>
      ) : null}
      {children}
    </>
  );
}
