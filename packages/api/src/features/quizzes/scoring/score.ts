import type { QuestionAnswer, QuestionBody } from '../../bank/body.ts';
import { scoreHotspot } from './areas.ts';
import { scoreGaps, scoreMatching, scoreOrdering } from './arrangement.ts';
import { scoreMultiple, scoreSingle, scoreTrueFalse } from './choices.ts';
import { scoreNumeric } from './numbers.ts';
import { scoreShortText } from './words.ts';

/**
 * The share of a question's points an answer earns, from 0 to 1; null where a person has to mark it. An answer of
 * another shape than the question asks for earns nothing.
 */
export function scoreAnswer(body: QuestionBody, answer: QuestionAnswer | null | undefined): number | null {
  if (!hasAnswer(answer)) return 0;
  const choices = 'choices' in answer ? answer.choices : [];
  switch (body.kind) {
    case 'single':
      return scoreSingle(body, choices);
    case 'multiple':
      return scoreMultiple(body, choices);
    case 'trueFalse':
      return scoreTrueFalse(body, choices);
    case 'shortText':
      return 'text' in answer ? scoreShortText(body, answer.text) : 0;
    case 'numeric':
      return 'number' in answer ? scoreNumeric(body, answer) : 0;
    case 'matching':
      return 'pairs' in answer ? scoreMatching(body, answer.pairs) : 0;
    case 'ordering':
      return 'order' in answer ? scoreOrdering(body, answer.order) : 0;
    case 'gapText':
      return 'gaps' in answer ? scoreGaps(body, answer.gaps) : 0;
    case 'hotspot':
      return 'points' in answer || 'choices' in answer ? scoreHotspot(body, answer) : 0;
    case 'essay':
      return 'text' in answer ? null : 0;
    case 'file':
      return 'files' in answer ? null : 0;
  }
}

/** Whether an answer says anything. */
export function hasAnswer(answer: QuestionAnswer | null | undefined): answer is QuestionAnswer {
  if (!answer) return false;
  if ('choices' in answer) return answer.choices.length > 0;
  if ('text' in answer) return answer.text.trim() !== '';
  if ('number' in answer) return answer.number.trim() !== '';
  if ('pairs' in answer) return Object.keys(answer.pairs).length > 0;
  if ('order' in answer) return answer.order.length > 0;
  if ('gaps' in answer) return Object.values(answer.gaps).some((words) => words.trim() !== '');
  return 'files' in answer ? answer.files.length > 0 : answer.points.length > 0;
}

/** Whether a person has to mark this kind of question. */
export function isMarkedByHand(kind: QuestionBody['kind']): boolean {
  return kind === 'essay' || kind === 'file';
}
