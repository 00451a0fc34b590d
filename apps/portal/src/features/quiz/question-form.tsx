'use client';

import type { Answer } from '@concord/api/features/quizzes/schemas';
import { useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useId } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { Button } from '#components/ui/button.tsx';
import { AnswerInput } from './inputs/answer-input.tsx';
import { HowSure } from './inputs/certainty.tsx';
import type { Reply } from './outbox.ts';
import type { LearnerQuestion } from './types.ts';

type Props = {
  question: LearnerQuestion;
  reply: Reply | undefined;
  language: string;
  /** Whether how sure one is is asked. */
  certainty: boolean;
  onReply: (reply: Reply, delay?: number) => void;
  onBack: (() => void) | null;
  /** Goes on, or has the answer checked. */
  onNext: () => void;
  next: string;
  pending?: boolean;
  /** Takes the focus when another question comes. */
  head: Ref<HTMLDivElement>;
  children: ReactNode;
};

/** One question: Enter goes on, arrow keys choose, and what is given is saved without a button. */
export function QuestionForm(props: Props) {
  const { question, reply, language, certainty, onReply, onBack, onNext, next, pending, head, children } =
    props;
  const t = useTranslations('quiz');
  const id = useId();
  const sure = reply?.certainty ?? null;
  const answered = (answer: Answer, delay?: number) => onReply({ answer, certainty: sure }, delay);
  const byHand = question.kind === 'essay' || question.kind === 'file';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <fieldset aria-labelledby={`${id}-prompt`} aria-describedby={`${id}-hint`}>
        <div id={`${id}-prompt`} ref={head} tabIndex={-1} className="mb-1.5 outline-none">
          {question.kind === 'gapText' ? (
            <p className="text-xl font-medium">{t('fillGaps')}</p>
          ) : (
            <RenderedText html={question.prompt} language={language} className="text-xl font-medium" />
          )}
        </div>
        <p id={`${id}-hint`} className="mb-4 text-sm text-ink-2">
          {t(`choose.${question.kind}`)}
          {byHand ? ` ${t('byHand')}` : null}
        </p>
        <AnswerInput question={question} answer={reply?.answer} language={language} onAnswer={answered} />
      </fieldset>
      {certainty && !byHand ? (
        <HowSure
          value={sure}
          onChange={(value) => onReply({ answer: reply?.answer ?? { choices: [] }, certainty: value })}
        />
      ) : null}
      <div className="mt-8 flex max-w-measure flex-wrap items-center gap-x-4 gap-y-3">
        {onBack ? <Button onClick={onBack}>{t('back')}</Button> : null}
        <Button type="submit" look="primary" disabled={pending}>
          {next}
        </Button>
        {children}
      </div>
    </form>
  );
}
