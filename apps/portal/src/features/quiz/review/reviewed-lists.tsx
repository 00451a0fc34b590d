import { useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import { ChoiceText } from '../choice-text.tsx';
import type { Part, QuestionReview } from '../types.ts';

type Props = { review: QuestionReview; language: string };

/** Pairs as they were made, and where they belong. */
export function ReviewedPairs({ review, language }: Props) {
  const { question, answer, solution } = review;
  if (question.kind !== 'matching') return null;
  const given = answer && 'pairs' in answer ? answer.pairs : {};
  const right = solution && 'pairs' in solution ? solution.pairs : null;
  return (
    <ul lang={language} className="divide-y divide-line border-y border-line">
      {question.lefts.map((left) => (
        <li key={left.key} className="grid gap-x-4 py-2 sm:grid-cols-2">
          <ChoiceText html={left.text} />
          <Beside parts={question.rights} given={given[left.key]} right={right?.[left.key]} />
        </li>
      ))}
    </ul>
  );
}

/** The order that was given, and the right one. */
export function ReviewedOrder({ review, language }: Props) {
  const { question, answer, solution } = review;
  if (question.kind !== 'ordering') return null;
  const given = answer && 'order' in answer ? answer.order : [];
  const right = solution && 'order' in solution ? solution.order : null;
  return (
    <ol lang={language} className="list-decimal divide-y divide-line border-y border-line pl-6">
      {question.items.map((item, index) => (
        <li key={item.key} className="py-2">
          <Beside parts={question.items} given={given[index]} right={right?.[index]} />
        </li>
      ))}
    </ol>
  );
}

/** The text with its gaps, and below it what was put into each. */
export function ReviewedGaps({ review, language }: Props) {
  const t = useTranslations('quiz');
  const { question, answer, solution } = review;
  if (question.kind !== 'gapText') return null;
  const given = answer && 'gaps' in answer ? answer.gaps : {};
  const right = solution && 'gaps' in solution ? solution.gaps : null;
  const total = question.gaps.length;
  return (
    <>
      <RenderedText
        html={question.prompt.replace(/<span data-gap="[^"]*"><\/span>/g, ' ______ ')}
        language={language}
        className="mb-3 font-semibold"
      />
      <ol lang={language} className="divide-y divide-line border-y border-line">
        {question.gaps.map(({ key, choices }, index) => {
          const words =
            choices ?? [given[key], right?.[key]].flatMap((text) => (text ? [plainPart(text)] : []));
          return (
            <li key={key} className="grid gap-x-4 py-2 sm:grid-cols-[6rem_1fr]">
              <span className="text-sm text-ink-2">{t('gap', { number: index + 1, total })}</span>
              <Beside parts={words} given={given[key]} right={right?.[key]} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Typed words as a part, so that they are shown like others. */
const plainPart = (text: string): Part => ({
  key: text,
  text: text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`),
});

type BesideProps = { parts: readonly Part[]; given: string | undefined; right: string | undefined };

/** What was given, and the right one where it differs. */
function Beside({ parts, given, right }: BesideProps) {
  const t = useTranslations('quiz.result');
  const words = (key: string | undefined) => parts.find((part) => part.key === key)?.text;
  const [mine, best] = [words(given), words(right)];
  const same = right !== undefined && (given === right || (mine !== undefined && mine === best));
  return (
    <span>
      {mine === undefined ? (
        <span className="text-ink-2">{t('unanswered')}</span>
      ) : (
        <span className={right === undefined ? '' : same ? 'text-good' : 'text-bad'}>
          {right === undefined ? null : <span aria-hidden="true">{same ? '✓ ' : '✕ '}</span>}
          <ChoiceText html={mine} />
          {right === undefined ? null : <span className="sr-only"> ({t(same ? 'right' : 'wrong')})</span>}
        </span>
      )}
      {best !== undefined && !same ? (
        <span className="block text-good">
          {t('rightIs')} <ChoiceText html={best} />
        </span>
      ) : null}
    </span>
  );
}
