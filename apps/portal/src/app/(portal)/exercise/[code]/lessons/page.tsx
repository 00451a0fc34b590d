import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { isExerciseCode } from '#features/address.ts';
import { Identify } from '#features/lessons/identify.tsx';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { LessonTable } from '#features/lessons/lesson-list.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/lessons'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).lessons.list({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('lessons'))('list.of', { exercise: exercise.name }) };
}

/** The lessons of one exercise, with what is done about each. */
export default async function LessonsPage({ params }: Props) {
  const { code } = await params;
  const [t, page] = [await getTranslations('lessons'), await load(code)];
  const { exercise, markings, lessons, can } = page;
  return (
    <ClientMessages of={['lessons']}>
      <LearnPage
        exercise={exercise}
        current="lessons"
        beside={page.beside}
        title={t('list.title')}
        lead={t('list.lead')}
        actions={can.lead ? <Identify exerciseId={exercise.id} /> : null}
      >
        {lessons.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyBody')}</EmptyState>
        ) : (
          <LessonTable {...{ exercise, markings, lessons }} caption={t('list.title')} />
        )}
      </LearnPage>
    </ClientMessages>
  );
}
