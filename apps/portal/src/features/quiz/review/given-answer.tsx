import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '#i18n/format.ts';
import type { QuestionReview } from '../types.ts';
import { ReviewedAreas } from './reviewed-areas.tsx';
import { ReviewedChoices } from './reviewed-choices.tsx';
import { ReviewedGaps, ReviewedOrder, ReviewedPairs } from './reviewed-lists.tsx';

type Props = { review: QuestionReview; language: string };

/** An answer and, where that is shown, the right one beside it. */
export function GivenAnswer({ review, language }: Props) {
  switch (review.question.kind) {
    case 'single':
    case 'multiple':
    case 'trueFalse':
      return <ReviewedChoices review={review} language={language} />;
    case 'matching':
      return <ReviewedPairs review={review} language={language} />;
    case 'ordering':
      return <ReviewedOrder review={review} language={language} />;
    case 'gapText':
      return <ReviewedGaps review={review} language={language} />;
    case 'hotspot':
      return <ReviewedAreas review={review} language={language} />;
    case 'file':
      return <GivenFiles review={review} />;
    default:
      return <GivenWords review={review} language={language} />;
  }
}

function GivenWords({ review, language }: Props) {
  const t = useTranslations('quiz.result');
  const locale = useLocale();
  const { answer, solution, state } = review;
  const words =
    answer && 'text' in answer
      ? answer.text
      : answer && 'number' in answer
        ? `${answer.number} ${answer.unit ?? ''}`.trim()
        : '';
  const right =
    solution && 'accepted' in solution
      ? solution.accepted[0]
      : solution && 'value' in solution
        ? [
            formatNumber(solution.value, locale),
            solution.tolerance > 0
              ? `± ${formatNumber(solution.tolerance, locale)}${solution.toleranceIs === 'percent' ? ' %' : ''}`
              : '',
            solution.unit ?? '',
          ]
            .filter(Boolean)
            .join(' ')
        : undefined;
  return (
    <div lang={language}>
      {words ? <p className="whitespace-pre-wrap wrap-anywhere">{t('yourWords', { words })}</p> : null}
      {right && state !== 'right' ? <p className="text-good">{t('accepted', { words: right })}</p> : null}
    </div>
  );
}

function GivenFiles({ review: { answer } }: { review: QuestionReview }) {
  const t = useTranslations('quiz');
  if (!answer || !('files' in answer)) return null;
  return (
    <ul>
      {answer.files.map((fileId, index) => (
        <li key={fileId}>
          <a href={`/api/files/${fileId}`} className="font-medium text-accent hover:underline">
            {t('fileNumber', { number: index + 1 })}
          </a>
        </li>
      ))}
    </ul>
  );
}
