import { useLocale, useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { formatNumber } from '#i18n/format.ts';
import type { QuestionReview } from '../types.ts';
import { GivenAnswer } from './given-answer.tsx';

const tones: Record<QuestionReview['state'], Tone> = {
  right: 'good',
  partly: 'warn',
  wrong: 'bad',
  unanswered: 'neutral',
  waiting: 'neutral',
  marked: 'neutral',
};

type Props = { review: QuestionReview; language: string };

/** What was asked, what was given, what it earned and, where that is shown, what was right and why. */
export function ReviewBody({ review, language }: Props) {
  const t = useTranslations('quiz.result');
  const locale = useLocale();
  const { question, state, points, outOf, comment, explanation, certainty } = review;
  return (
    <>
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-2">
        <Tag tone={tones[state]} marked>
          {t(state)}
        </Tag>
        {points === null ? null : t('earned', { points: formatNumber(points, locale), outOf })}
        {certainty === null ? null : ` · ${t(`sure.${certainty}`)}`}
      </p>
      {question.kind === 'gapText' ? null : (
        <RenderedText html={question.prompt} language={language} className="mb-3 font-semibold" />
      )}
      <GivenAnswer review={review} language={language} />
      {comment ? (
        <div className="mt-3 border-l-3 border-line-strong pl-3">
          <p className="text-sm font-semibold text-ink-2">{t('comment')}</p>
          <p className="whitespace-pre-wrap wrap-anywhere">{comment}</p>
        </div>
      ) : null}
      {explanation ? (
        <div className="mt-3 border-l-3 border-accent-line pl-3">
          <p className="text-sm font-semibold text-ink-2">{t('why')}</p>
          <RenderedText html={explanation} language={language} />
        </div>
      ) : null}
    </>
  );
}
