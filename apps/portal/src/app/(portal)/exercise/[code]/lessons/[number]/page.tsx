import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Tag } from '#components/ui/tag.tsx';
import { isExerciseCode } from '#features/address.ts';
import { ChangeLesson } from '#features/lessons/identify.tsx';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { StepLesson } from '#features/lessons/lesson-acts.tsx';
import { LessonActions, LessonOrigin, LessonSteps, LessonWords } from '#features/lessons/lesson-view.tsx';
import { MarkedApart } from '#features/lessons/marked-apart.tsx';
import { lessonTones } from '#features/lessons/tones.ts';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/lessons/[number]'>;

const load = cache(async (code: string, number: string) => {
  if (!isExerciseCode(code) || !/^[1-9]\d{0,4}$/.test(number)) notFound();
  return (await serverApi()).lessons.byNumber({ code, number: Number(number) });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, number } = await params;
  const { lesson } = await load(code, number);
  return { title: `${code}-${lesson.number}: ${lesson.title}` };
}

/** One lesson: what it says, what is done about it, what that became, and every step. */
export default async function LessonPage({ params }: Props) {
  const { code, number } = await params;
  const [t, page] = [await getTranslations('lessons'), await load(code, number)];
  const { exercise, markings, lesson, can } = page;
  const steps = (['learned', 'setAside', 'reopened'] as const).filter((kind) => can.steps.includes(kind));
  return (
    <ClientMessages of={['lessons']}>
      <LearnPage
        exercise={exercise}
        current="lessons"
        beside={page.beside}
        crumb={{ label: t('list.title'), href: paths.exerciseLearn(code, 'lessons') }}
        title={lesson.title}
        lead={`${code}-${lesson.number}`}
        actions={
          <>
            {steps.map((kind) => (
              <StepLesson key={kind} lessonId={lesson.id} kind={kind} />
            ))}
            {can.lead ? <ChangeLesson lesson={lesson} /> : null}
          </>
        }
      >
        <p className="mb-6 flex flex-wrap items-center gap-3">
          <Tag tone={lessonTones[lesson.state]} marked>
            {t(`states.${lesson.state}`)}
          </Tag>
          <span className="text-ink-2">{t(`stateNotes.${lesson.state}`)}</span>
          <MarkedApart markingId={lesson.markingId} {...{ exercise, markings }} />
        </p>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex flex-col gap-9">
            <LessonWords page={page} />
            <LessonActions page={page} />
            <LessonOrigin page={page} />
          </div>
          <LessonSteps page={page} />
        </div>
      </LearnPage>
    </ClientMessages>
  );
}
