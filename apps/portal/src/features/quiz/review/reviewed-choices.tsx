import { useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import { cx } from '#components/ui/cx.ts';
import { ChoiceText } from '../choice-text.tsx';
import type { QuestionReview } from '../types.ts';

type Props = { review: QuestionReview; language: string };

/** Every choice: which were taken and, where that is shown, which were right, with the words to them. */
export function ReviewedChoices({ review, language }: Props) {
  const t = useTranslations('quiz');
  const { question, answer, solution, feedback } = review;
  const picked = answer && 'choices' in answer ? answer.choices : [];
  const right = solution && 'choices' in solution ? solution.choices : null;
  const choices =
    'choices' in question
      ? question.choices
      : ['true', 'false'].map((key) => ({ key, text: t(key as 'true') }));
  return (
    <ul lang={'choices' in question ? language : undefined} className="flex flex-col gap-1.5">
      {choices.map(({ key, text }) => (
        <Choice
          key={key}
          text={text}
          feedback={feedback[key] ?? ''}
          language={language}
          chosen={picked.includes(key)}
          correct={right === null ? null : right.includes(key)}
        />
      ))}
    </ul>
  );
}

type ChoiceProps = {
  text: string;
  feedback: string;
  language: string;
  chosen: boolean;
  /** Null where what was right is not shown. */
  correct: boolean | null;
};

function Choice({ text, feedback, language, chosen, correct }: ChoiceProps) {
  const t = useTranslations('quiz.result');
  const notes = [chosen ? t('yourChoice') : null, correct ? t('rightChoice') : null].filter(Boolean);
  const tone = correct === null ? 'text-ink' : correct ? 'text-good' : 'text-bad';
  const sign = correct === null ? (chosen ? '●' : '') : correct ? '✓' : chosen ? '✕' : '';
  return (
    <li
      className={cx('grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-1.5', !chosen && !correct && 'text-ink-2')}
    >
      <span aria-hidden="true" className={cx('font-semibold', tone)}>
        {sign}
      </span>
      <div>
        <ChoiceText html={text} />{' '}
        {notes.length > 0 ? (
          <span className={cx('inline-block text-sm font-semibold whitespace-nowrap', tone)}>
            {notes.join(', ')}
          </span>
        ) : null}
        {feedback ? (
          <RenderedText html={feedback} language={language} className="text-sm text-ink-2" />
        ) : null}
      </div>
    </li>
  );
}
