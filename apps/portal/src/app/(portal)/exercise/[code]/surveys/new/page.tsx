import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isExerciseCode } from '#features/address.ts';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { paths } from '#features/paths.ts';
import { SurveyForm } from '#features/surveys/survey-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { localOf } from '#i18n/local-time.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('new') };
}

const WEEK_MS = 7 * 86_400_000;

/** A survey from the beginning; its planners alone. */
export default async function NewSurveyPage({ params }: PageProps<'/exercise/[code]/surveys/new'>) {
  const { code } = await params;
  if (!isExerciseCode(code)) notFound();
  const api = await serverApi();
  const [t, clock, list] = await Promise.all([
    getTranslations('surveys'),
    getClock(),
    api.surveys.list({ code }),
  ]);
  if (!list.can.lead) notFound();
  const { exercise } = list;
  const at = (ms: number) => localOf(new Date(clock.now.getTime() + ms).toISOString(), exercise.timeZone);
  return (
    <ClientMessages of={['surveys']}>
      <LearnPage
        exercise={exercise}
        current="surveys"
        crumb={{ label: t('title'), href: paths.exerciseLearn(code, 'surveys') }}
        title={t('new')}
      >
        <SurveyForm
          code={code}
          exerciseId={exercise.id}
          zone={exercise.timeZone}
          surveyId={null}
          values={{
            titleEn: '',
            titleFr: '',
            opens: at(0),
            closes: at(WEEK_MS),
            threshold: 5,
            questions: [],
          }}
        />
      </LearnPage>
    </ClientMessages>
  );
}
