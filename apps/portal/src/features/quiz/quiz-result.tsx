import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatNumber } from '#i18n/format.ts';
import { QuestionReviewView } from './question-review.tsx';
import type { QuizResult } from './types.ts';

type Props = {
  result: QuizResult;
  language: string;
  /** Where the course goes on. */
  onward: string;
  /** Whether this was the course's last activity. */
  last: boolean;
  again: ReactNode;
  children: ReactNode;
};

/** How an attempt went: the result first, what can be done next, then question by question. */
export async function QuizResultView({ result, language, onward, last, again, children }: Props) {
  const [t, locale] = await Promise.all([getTranslations('quiz.result'), getLocale()]);
  const { percent, points, outOf, passMark, passed, questions, waiting } = result;
  return (
    <>
      <div className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {waiting ? (
          <>
            <p className="text-2xl font-bold">{t('notYet')}</p>
            <Tag tone="neutral" marked>
              {t('waiting')}
            </Tag>
            <p className="basis-full text-ink-2">{t('waitingNote')}</p>
          </>
        ) : (
          <>
            <p className="text-2xl font-bold">{t('score', { percent })}</p>
            <Tag tone={passed ? 'good' : 'warn'} marked>
              {passed ? t('passed') : t('failed')}
            </Tag>
          </>
        )}
        <p className="text-ink-2">{t('points', { points: formatNumber(points, locale), outOf, passMark })}</p>
      </div>
      <div className="no-print mb-10 flex flex-wrap items-center gap-3">
        {passed ? (
          <LinkButton href={onward} look="primary">
            {last ? t('toCourse') : t('onward')}
          </LinkButton>
        ) : null}
        {again}
      </div>
      <section aria-labelledby="questions">
        <h2 id="questions" className="mb-3">
          {t('questions')}
        </h2>
        {result.right ? null : (
          <p className="mb-3 text-ink-2">{t(result.rightLater ? 'rightLater' : 'rightNever')}</p>
        )}
        <ol className="max-w-measure border-t border-line">
          {questions.map((review, index) => (
            <QuestionReviewView
              key={review.question.key}
              review={review}
              number={index + 1}
              language={language}
            />
          ))}
        </ol>
      </section>
      {children}
    </>
  );
}
