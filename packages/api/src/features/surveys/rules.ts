import { surveyKinds } from '@concord/db/enums';

export const kinds = surveyKinds;
export type SurveyKind = (typeof kinds)[number];
/** How far a scale goes, from 1. */
export const SCALE = 5;
/** The fewest answers below which no results are shown, whatever the survey says. */
export const LEAST = 3;

export type Question = { id: string; kind: SurveyKind; required: boolean; choices: number };
/** By question: a step of the scale, the place of a choice, or words. */
export type Answers = Readonly<Record<string, string | number>>;

/** Where a survey stands at an instant. Half-open: at the instant it closes it is closed. */
export function surveyState(
  { opensAt, closesAt }: { opensAt: Date; closesAt: Date },
  now: Date,
): 'ahead' | 'open' | 'closed' {
  if (now < opensAt) return 'ahead';
  return now < closesAt ? 'open' : 'closed';
}

/** The first question not answered as it asks, with the key of what is wrong; null when all are. */
export function answerProblem(
  questions: readonly Question[],
  answers: Answers,
): { id: string; key: string } | null {
  const unknown = Object.keys(answers).find((id) => !questions.some((one) => one.id === id));
  if (unknown) return { id: unknown, key: 'invalid' };
  for (const { id, kind, required, choices } of questions) {
    const given = answers[id];
    if (given === undefined || given === '') {
      if (required) return { id, key: 'required' };
    } else if (kind === 'text') {
      if (typeof given !== 'string') return { id, key: 'invalid' };
    } else {
      const [first, last] = kind === 'scale' ? [1, SCALE] : [0, choices - 1];
      if (typeof given !== 'number' || !Number.isInteger(given) || given < first || given > last)
        return { id, key: 'invalid' };
    }
  }
  return null;
}

/** What came of one question: how often each step or choice, the mean of a scale, or the texts. */
export type Result = { id: string; answered: number; counts: number[]; mean: number | null; texts: string[] };

/** Results by question; texts in an order that says nothing of who wrote them. */
export function resultsOf(questions: readonly Question[], all: readonly Answers[]): Result[] {
  return questions.map(({ id, kind, choices }) => {
    const given = all.flatMap((answers) => {
      const one = answers[id];
      return one === undefined || one === '' ? [] : [one];
    });
    if (kind === 'text') {
      const texts = given.map(String).sort((one, other) => one.localeCompare(other));
      return { id, answered: given.length, counts: [], mean: null, texts };
    }
    const places = Array.from({ length: kind === 'scale' ? SCALE : choices }, (_, at) =>
      kind === 'scale' ? at + 1 : at,
    );
    const sum = given.reduce<number>((total, one) => total + Number(one), 0);
    return {
      ...{ id, answered: given.length, texts: [] },
      counts: places.map((place) => given.filter((one) => one === place).length),
      mean: kind === 'scale' && given.length > 0 ? sum / given.length : null,
    };
  });
}
