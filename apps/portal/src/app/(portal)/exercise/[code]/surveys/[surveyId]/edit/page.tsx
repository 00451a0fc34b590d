import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isExerciseCode, isId } from '#features/address.ts';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { paths } from '#features/paths.ts';
import { SurveyForm } from '#features/surveys/survey-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { localOf } from '#i18n/local-time.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('change') };
}

/** A survey to be changed, while nobody has answered it. */
export default async function EditSurveyPage({
  params,
}: PageProps<'/exercise/[code]/surveys/[surveyId]/edit'>) {
  const { code, surveyId } = await params;
  if (!isExerciseCode(code) || !isId(surveyId)) notFound();
  const [t, page] = await Promise.all([
    getTranslations('surveys'),
    (await serverApi()).surveys.byId({ surveyId }),
  ]);
  const { exercise, survey, questions, can } = page;
  if (!can.change) notFound();
  const at = (instant: string) => localOf(instant, exercise.timeZone);
  return (
    <ClientMessages of={['surveys']}>
      <LearnPage
        exercise={exercise}
        current="surveys"
        crumb={{ label: survey.title, href: paths.survey(code, surveyId) }}
        title={t('change')}
      >
        <SurveyForm
          code={code}
          exerciseId={exercise.id}
          zone={exercise.timeZone}
          surveyId={surveyId}
          values={{
            ...{ titleEn: survey.titleEn, titleFr: survey.titleFr, threshold: survey.threshold },
            ...{ opens: at(survey.opensAt), closes: at(survey.closesAt) },
            questions: questions.map(({ kind, wordsEn, wordsFr, required, pairs }) => ({
              ...{ kind, wordsEn, wordsFr, required, choices: pairs },
            })),
          }}
        />
      </LearnPage>
    </ClientMessages>
  );
}
