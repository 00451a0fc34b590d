import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isExerciseCode } from '#features/address.ts';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { paths } from '#features/paths.ts';
import { SurveyList } from '#features/surveys/survey-list.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/surveys'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).surveys.list({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('surveys'))('of', { exercise: exercise.name }) };
}

/** What those who took part are asked. */
export default async function SurveysPage({ params }: Props) {
  const { code } = await params;
  const [t, list] = [await getTranslations('surveys'), await load(code)];
  const { exercise, surveys, can } = list;
  return (
    <LearnPage
      exercise={exercise}
      current="surveys"
      title={t('title')}
      lead={t('lead')}
      actions={can.lead ? <LinkButton href={paths.newSurvey(code)}>{t('new')}</LinkButton> : null}
    >
      {surveys.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
      ) : (
        <SurveyList list={list} />
      )}
    </LearnPage>
  );
}
