import type { QuestionAnswer, QuestionBody } from '../bank/body.ts';
import type { Asked } from './rules.ts';
import { areaAt } from './scoring/areas.ts';
import { shareOfGap } from './scoring/arrangement.ts';
import type { Certainty } from './scoring/certainty.ts';
import { hasAnswer } from './scoring/score.ts';
import { type LearnerQuestion, learnerQuestion, wordsIn } from './views.ts';

type Area = Extract<QuestionBody, { kind: 'hotspot' }>['areas'][number];

/** What was right, in the shape of its kind. */
export type Solution =
  | { choices: string[] }
  | { accepted: string[] }
  | { value: number; tolerance: number; toleranceIs: 'absolute' | 'percent'; unit: string | null }
  | { pairs: Record<string, string> }
  | { order: string[] }
  | { gaps: Record<string, string> }
  | { areas: { key: string; shape: Area['shape'] }[] };

export type ReviewState = 'right' | 'partly' | 'wrong' | 'unanswered' | 'waiting' | 'marked';

/** A question after it was answered: what was given, what it earned and, where that is shown, what was right. */
export type QuestionReview = {
  question: LearnerQuestion;
  state: ReviewState;
  answer: QuestionAnswer | null;
  certainty: Certainty | null;
  points: number | null;
  outOf: number;
  comment: string;
  solution: Solution | null;
  /** Words to the parts that were picked or right, by their keys. */
  feedback: Record<string, string>;
  explanation: string;
};

/** A row as it lies beside the question. */
export type Answered = {
  answer: QuestionAnswer | null;
  certainty: number | null;
  score: number | null;
  points: number | null;
  comment: string | null;
};

type How = {
  languages: readonly (string | null | undefined)[];
  /** Whether what was right is shown. */
  right: boolean;
};

/** What is shown of a question once it has been decided. */
export function reviewQuestion(
  asked: Asked,
  given: Answered | undefined,
  { languages, right }: How,
): QuestionReview {
  const answer = given?.answer ?? null;
  const words = wordsIn(asked.body, languages);
  const solution = right ? solutionOf(asked.body, languages, answer) : null;
  const told = right ? [...partsGiven(asked.body, answer), ...rightParts(solution)] : [];
  const feedback = [...new Set(told)].flatMap((key) => {
    const html = words.parts[key]?.feedback.html;
    return html ? [[key, html] as const] : [];
  });
  return {
    question: learnerQuestion(asked, languages, { seed: 0, shuffle: false }),
    state: stateOf(asked.body, given),
    answer,
    certainty: (given?.certainty ?? null) as Certainty | null,
    points: given?.points ?? null,
    outOf: asked.points,
    comment: given?.comment ?? '',
    solution,
    feedback: Object.fromEntries(feedback),
    explanation: right ? words.explanation.html : '',
  };
}

function stateOf({ kind }: QuestionBody, given: Answered | undefined): ReviewState {
  if (!hasAnswer(given?.answer)) return 'unanswered';
  if (given?.score === null || given?.score === undefined) return 'waiting';
  if (kind === 'essay' || kind === 'file') return 'marked';
  return given.score === 1 ? 'right' : given.score > 0 ? 'partly' : 'wrong';
}

function solutionOf(
  body: QuestionBody,
  languages: How['languages'],
  answer: QuestionAnswer | null,
): Solution | null {
  switch (body.kind) {
    case 'single': {
      const best = Math.max(...body.choices.map(({ share }) => share));
      return { choices: body.choices.filter(({ share }) => share === best).map(({ key }) => key) };
    }
    case 'multiple':
      return { choices: body.choices.filter(({ share }) => share > 0).map(({ key }) => key) };
    case 'trueFalse':
      return { choices: [String(body.right)] };
    case 'shortText':
      return { accepted: wordsTaken(body.accepted, languages) };
    case 'numeric': {
      const [best] = body.accepted.toSorted((one, other) => other.share - one.share);
      const unit = body.units.find(({ factor }) => factor === 1)?.name ?? null;
      if (!best) return null;
      const { value, tolerance, toleranceIs } = best;
      return { value, tolerance, toleranceIs, unit };
    }
    case 'matching':
      return { pairs: Object.fromEntries(body.pairs.map(({ left, right }) => [left, right])) };
    case 'ordering':
      return { order: body.order };
    case 'gapText':
      return {
        gaps: Object.fromEntries(
          body.gaps.map((gap) => [gap.key, ownIfRight(gap, answer) ?? gapSolution(gap, languages)]),
        ),
      };
    case 'hotspot':
      return { areas: body.areas.filter(({ share }) => share > 0).map(({ key, shape }) => ({ key, shape })) };
    default:
      return null;
  }
}

type Accepted = Extract<QuestionBody, { kind: 'shortText' }>['accepted'];

/** The best answer a person can read: patterns are for machines, so they come last. */
function wordsTaken(accepted: Accepted, languages: How['languages']): string[] {
  const own = languages.find((one) => one && Object.hasOwn(accepted, one));
  const list = (own && accepted[own]) || Object.values(accepted)[0] || [];
  const plain = list.filter(({ kind }) => kind === 'folded' || kind === 'exact');
  const [best] = (plain.length > 0 ? plain : list).toSorted((one, other) => other.share - one.share);
  return best ? [best.text] : [];
}

type Gap = Extract<QuestionBody, { kind: 'gapText' }>['gaps'][number];

/** What was put into a gap, where it earned the whole: there are other right words than the first, in any language. */
function ownIfRight(gap: Gap, answer: QuestionAnswer | null): string | undefined {
  const given = answer && 'gaps' in answer ? answer.gaps[gap.key] : undefined;
  return given !== undefined && shareOfGap(gap, given) === 100 ? given : undefined;
}

function gapSolution(gap: Gap, languages: How['languages']) {
  if (gap.kind === 'text') return wordsTaken(gap.accepted, languages)[0] ?? '';
  return gap.choices.toSorted((one, other) => other.share - one.share)[0]?.key ?? '';
}

/** The parts an answer named. */
function partsGiven(body: QuestionBody, answer: QuestionAnswer | null): string[] {
  if (!answer) return [];
  if ('choices' in answer) return answer.choices;
  if ('gaps' in answer) return Object.values(answer.gaps);
  if ('points' in answer && body.kind === 'hotspot')
    return answer.points.flatMap((point) => areaAt(body.areas, point)?.key ?? []);
  return [];
}

function rightParts(solution: Solution | null): string[] {
  if (solution && 'choices' in solution) return solution.choices;
  return solution && 'areas' in solution ? solution.areas.map(({ key }) => key) : [];
}
