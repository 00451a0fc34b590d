import { getTranslations } from 'next-intl/server';
import { ReviewBody } from './review/review-body.tsx';
import type { QuestionReview } from './types.ts';

type Props = { review: QuestionReview; number: number; language: string };

/** One question after handing in: what was given, what was right, and why. */
export async function QuestionReviewView({ review, number, language }: Props) {
  const t = await getTranslations('quiz.result');
  return (
    <li className="border-b border-line py-5">
      <h3 className="mb-2 text-sm font-semibold text-ink-2">{t('question', { number })}</h3>
      <ReviewBody review={review} language={language} />
    </li>
  );
}
