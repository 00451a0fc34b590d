import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Notice } from '#components/notice.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isExerciseCode, isId } from '#features/address.ts';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { paths } from '#features/paths.ts';
import { AnswerForm } from '#features/surveys/answer-form.tsx';
import { SurveyResults } from '#features/surveys/survey-results.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/surveys/[surveyId]'>;

const load = cache(async (code: string, surveyId: string) => {
  if (!isExerciseCode(code) || !isId(surveyId)) notFound();
  return (await serverApi()).surveys.byId({ surveyId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, surveyId } = await params;
  return { title: (await load(code, surveyId)).survey.title };
}

/** One survey: to answer while it is open, and what came of it. */
export default async function SurveyPage({ params }: Props) {
  const { code, surveyId } = await params;
  const [t, clock, page] = await Promise.all([getTranslations('surveys'), getClock(), load(code, surveyId)]);
  const { exercise, survey, questions, results, can } = page;
  const at = (instant: string) =>
    formatInstant(instant, { zone: exercise.timeZone, locale: clock.locale, style: 'short' });
  return (
    <ClientMessages of={['surveys']}>
      <LearnPage
        exercise={exercise}
        current="surveys"
        crumb={{ label: t('title'), href: paths.exerciseLearn(code, 'surveys') }}
        title={survey.title}
        lead={t('when', { from: at(survey.opensAt), to: at(survey.closesAt) })}
        actions={
          <>
            {results ? (
              <a href={paths.surveyFile(code, surveyId)} download className={buttonLook()}>
                {t('csv')}
              </a>
            ) : null}
            {can.change ? (
              <LinkButton href={paths.editSurvey(code, surveyId)}>{t('change')}</LinkButton>
            ) : null}
          </>
        }
      >
        {survey.taken ? <Notice kind="good">{t('thanks')}</Notice> : null}
        {can.answer ? (
          <section aria-labelledby="answer" className="mb-9">
            <h2 id="answer" className="sr-only">
              {t('answer')}
            </h2>
            <p className="mb-5 max-w-measure text-ink-2">{t('anonymous', { threshold: survey.threshold })}</p>
            <AnswerForm surveyId={surveyId} questions={questions} />
          </section>
        ) : null}
        {results ? (
          <section aria-labelledby="results">
            <h2 id="results" className="mb-3">
              {t('results')}
            </h2>
            <SurveyResults results={results} />
          </section>
        ) : can.results || !can.answer ? (
          <p className="max-w-measure text-ink-2">
            {can.results
              ? t('tooFew', { count: survey.count, threshold: survey.threshold })
              : t('afterReport')}
          </p>
        ) : null}
      </LearnPage>
    </ClientMessages>
  );
}
