'use client';

import type { Answer } from '@concord/api/features/quizzes/schemas';
import { useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useId } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/field.tsx';
import { chosen, typed } from './answered.ts';
import { ChoiceText } from './choice-text.tsx';
import type { LearnerQuestion } from './types.ts';

const MOST_CHARACTERS = 500;
/** How long after the last key words are sent. */
const TYPING_MS = 700;

type Props = {
  question: LearnerQuestion;
  answer: Answer | undefined;
  language: string;
  onAnswer: (answer: Answer, delay?: number) => void;
  onBack: (() => void) | null;
  onNext: () => void;
  next: string;
  /** Takes the focus when another question comes. */
  head: Ref<HTMLDivElement>;
  children: ReactNode;
};

/** One question: Enter goes on, arrow keys choose, and what is given is saved without a button. */
export function QuestionForm(props: Props) {
  const { question, language, onBack, onNext, next, head, children } = props;
  const t = useTranslations('quiz');
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <fieldset aria-labelledby={`${id}-prompt`} aria-describedby={`${id}-hint`}>
        <div id={`${id}-prompt`} ref={head} tabIndex={-1} className="mb-1.5 outline-none">
          <RenderedText html={question.prompt} language={language} className="text-xl font-medium" />
        </div>
        <p id={`${id}-hint`} className="mb-4 text-sm text-ink-2">
          {t(`choose.${question.kind}`)}
        </p>
        {question.kind === 'shortAnswer' ? <Words {...props} /> : <Choices {...props} />}
      </fieldset>
      <div className="mt-8 flex max-w-measure flex-wrap items-center gap-x-4 gap-y-3">
        {onBack ? <Button onClick={onBack}>{t('back')}</Button> : null}
        <Button type="submit" look="primary">
          {next}
        </Button>
        {children}
      </div>
    </form>
  );
}

function Choices({ question, answer, language, onAnswer }: Props) {
  const name = useId();
  const several = question.kind === 'multiple';
  const picked = chosen(answer);
  const pick = (key: string, on: boolean) => {
    if (!several) return onAnswer({ choices: [key] });
    onAnswer({ choices: on ? [...picked, key] : picked.filter((one) => one !== key) });
  };
  return (
    <div lang={language} className="flex max-w-measure flex-col gap-2.5">
      {question.choices.map(({ key, text }) => (
        <label key={key} className={choiceLook}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={key}
            checked={picked.includes(key)}
            onChange={(event) => pick(key, event.target.checked)}
            className="mt-[3px] size-[18px] flex-none accent-accent"
          />
          <ChoiceText html={text} />
        </label>
      ))}
    </div>
  );
}

function Words({ answer, language, onAnswer }: Props) {
  const t = useTranslations('quiz');
  return (
    <label className="block max-w-form">
      <span className="mb-1 block font-semibold">{t('yourAnswer')}</span>
      <input
        type="text"
        lang={language}
        autoComplete="off"
        maxLength={MOST_CHARACTERS}
        value={typed(answer)}
        onChange={(event) => onAnswer({ text: event.target.value }, TYPING_MS)}
        className={controlLook}
      />
    </label>
  );
}

const choiceLook =
  'flex items-start gap-3 rounded-md border border-line-strong bg-raised px-4 py-3 text-lg hover:bg-wash has-checked:border-accent has-checked:bg-accent-wash has-checked:inset-ring-1 has-checked:inset-ring-accent';
