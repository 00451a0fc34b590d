import { getTranslations } from 'next-intl/server';
import { RenderedText } from '#components/rendered-text.tsx';
import { cx } from '#components/ui/cx.ts';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { ChoiceText } from './choice-text.tsx';
import type { QuestionReview } from './types.ts';

type Props = { question: QuestionReview; number: number; language: string };
type Choice = QuestionReview['choices'][number];

/** One question after handing in: what was chosen, what was right, and why. */
export async function QuestionReviewView({ question, number, language }: Props) {
  const t = await getTranslations('quiz.result');
  const state = stateOf(question);
  return (
    <li className="border-b border-line py-5">
      <div className="mb-2 flex items-baseline gap-3">
        <h3 className="text-sm font-semibold text-ink-2">{t('question', { number })}</h3>
        <Tag tone={tones[state]} marked>
          {t(state)}
        </Tag>
      </div>
      <RenderedText html={question.prompt} language={language} className="mb-3 font-semibold" />
      {question.kind === 'shortAnswer' ? (
        <Words question={question} language={language} />
      ) : (
        <ul lang={language} className="flex flex-col gap-1.5">
          {question.choices.map((choice) => (
            <ReviewedChoice key={choice.key} choice={choice} language={language} />
          ))}
        </ul>
      )}
      {question.explanation ? (
        <div className="mt-3 border-l-3 border-accent-line pl-3">
          <p className="text-sm font-semibold text-ink-2">{t('why')}</p>
          <RenderedText html={question.explanation} language={language} />
        </div>
      ) : null}
    </li>
  );
}

async function ReviewedChoice({ choice, language }: { choice: Choice; language: string }) {
  const t = await getTranslations('quiz.result');
  const { correct, chosen, feedback, text } = choice;
  const notes = [chosen ? t('yourChoice') : null, correct ? t('rightChoice') : null].filter(Boolean);
  return (
    <li
      className={cx('grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-1.5', !chosen && !correct && 'text-ink-2')}
    >
      <span aria-hidden="true" className={cx('font-semibold', correct ? 'text-good' : 'text-bad')}>
        {correct ? '✓' : chosen ? '✕' : ''}
      </span>
      <div>
        <ChoiceText html={text} />{' '}
        {notes.length > 0 ? (
          <span
            className={cx(
              'inline-block text-sm font-semibold whitespace-nowrap',
              correct ? 'text-good' : 'text-bad',
            )}
          >
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

async function Words({ question, language }: { question: QuestionReview; language: string }) {
  const t = await getTranslations('quiz.result');
  const [accepted] = question.accepted;
  return (
    <div lang={language}>
      {question.typed ? <p className="wrap-anywhere">{t('yourWords', { words: question.typed })}</p> : null}
      {!question.correct && accepted ? (
        <p className="text-good">{t('accepted', { words: accepted })}</p>
      ) : null}
    </div>
  );
}

type State = 'right' | 'partly' | 'wrong' | 'unanswered';

const tones: Record<State, Tone> = { right: 'good', partly: 'warn', wrong: 'bad', unanswered: 'neutral' };

function stateOf({ kind, correct, choices, typed }: QuestionReview): State {
  if (correct) return 'right';
  if (kind === 'shortAnswer') return typed === '' ? 'unanswered' : 'wrong';
  const picked = choices.filter(({ chosen }) => chosen);
  if (picked.length === 0) return 'unanswered';
  const hits = picked.filter((choice) => choice.correct).length;
  return kind === 'multiple' && hits > picked.length - hits ? 'partly' : 'wrong';
}
