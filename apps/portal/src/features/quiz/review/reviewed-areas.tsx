import { useTranslations } from 'next-intl';
import { HotspotPicture } from '../hotspot-picture.tsx';
import type { QuestionReview } from '../types.ts';
import { ReviewedChoices } from './reviewed-choices.tsx';

type Props = { review: QuestionReview; language: string };

/** The picture with what was marked and what was right; the list says the same in words. */
export function ReviewedAreas({ review, language }: Props) {
  const t = useTranslations('quiz.result');
  const { question, answer, solution } = review;
  if (question.kind !== 'hotspot') return null;
  const areas = solution && 'areas' in solution ? solution.areas : [];
  const points = answer && 'points' in answer ? answer.points : [];
  const asChoices: QuestionReview = {
    ...review,
    question: { ...question, kind: 'multiple', choices: question.areas },
    solution: solution && { choices: areas.map(({ key }) => key) },
  };
  return (
    <>
      <HotspotPicture
        fileId={question.imageFileId}
        alternative={question.alternative}
        points={points}
        areas={areas}
      />
      {points.length > 0 && areas.length > 0 ? (
        <p className="mt-1 mb-3 text-sm text-ink-2">{t('areas')}</p>
      ) : null}
      {points.length > 0 ? null : (
        <div className="mt-3">
          <ReviewedChoices review={asChoices} language={language} />
        </div>
      )}
    </>
  );
}
