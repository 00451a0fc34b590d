'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ReviewBody } from './review/review-body.tsx';
import type { QuestionReview } from './types.ts';

type Props = {
  review: QuestionReview;
  language: string;
  onBack: (() => void) | null;
  onNext: () => void;
  next: string;
  head: Ref<HTMLDivElement>;
};

/** A question that was checked during the attempt: what was right, and the way on. */
export function CheckedQuestion({ review, language, onBack, onNext, next, head }: Props) {
  const t = useTranslations('quiz');
  return (
    <section>
      <div ref={head} tabIndex={-1} className="outline-none" role="status">
        <ReviewBody review={review} language={language} />
      </div>
      <div className="mt-8 flex max-w-measure flex-wrap items-center gap-4">
        {onBack ? <Button onClick={onBack}>{t('back')}</Button> : null}
        <Button look="primary" onClick={onNext}>
          {next}
        </Button>
      </div>
    </section>
  );
}
