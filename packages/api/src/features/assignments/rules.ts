/** What becomes of work: it passes, it fails, or it goes back to be done again. */
export type Outcome = 'pass' | 'fail' | 'return';

const WORD = /[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu;

/** How many words a text has, in any script that separates them. */
export function wordCount(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** When work is due: what one person was granted, else the cohort's day, else the author's, else days after enrolment. */
export function dueOf(
  rule: { dueAt: string | null; dueDays: number | null },
  path: { enrolledAt: Date; extended: Date | null; inCohort?: Date | null },
): Date | null {
  if (path.extended) return path.extended;
  if (path.inCohort) return path.inCohort;
  if (rule.dueAt) return new Date(rule.dueAt);
  return rule.dueDays === null ? null : new Date(path.enrolledAt.getTime() + rule.dueDays * 86_400_000);
}

type Rubric = readonly { key: string; points: number }[];
type Scores = Readonly<Record<string, number>>;

/** What scores come to: points of the rubric's, and whether each criterion has its points. */
export function totalOf(rubric: Rubric, scores: Scores) {
  const outOf = rubric.reduce((sum, { points }) => sum + points, 0);
  const points = rubric.reduce((sum, { key }) => sum + (scores[key] ?? 0), 0);
  const complete = rubric.every(({ key }) => scores[key] !== undefined);
  return { points, outOf, complete, percent: outOf === 0 ? null : (points / outOf) * 100 };
}

/**
 * Why a decision cannot be taken, or null. Passing and failing follow from the points; sending work back needs none.
 * Without a rubric the marker decides alone.
 */
export function decisionProblem(
  outcome: Outcome,
  rubric: Rubric,
  scores: Scores,
  passMark: number,
): 'pointsMissing' | 'belowPassMark' | 'abovePassMark' | null {
  const { complete, percent } = totalOf(rubric, scores);
  if (outcome === 'return' || percent === null) return null;
  if (!complete) return 'pointsMissing';
  if (outcome === 'pass' && percent < passMark) return 'belowPassMark';
  return outcome === 'fail' && percent >= passMark ? 'abovePassMark' : null;
}

/** Where judging stands: what is still needed, whether markers see each other, and what came of it. */
export type Standing = {
  needs: 'marker' | 'settling' | null;
  revealed: boolean;
  outcome: Outcome | null;
};

/** What decided judgements come to. Where two differ, the third decides alone. */
export function standingOf(
  decided: readonly { place: number; outcome: Outcome }[],
  secondMarker: boolean,
): Standing {
  const at = (place: number) => decided.find((one) => one.place === place)?.outcome ?? null;
  const [first, second, third] = [at(1), at(2), at(3)];
  if (first === null) return { needs: 'marker', revealed: false, outcome: null };
  if (!secondMarker && second === null) return { needs: null, revealed: true, outcome: first };
  if (second === null) return { needs: 'marker', revealed: false, outcome: null };
  if (first === second) return { needs: null, revealed: true, outcome: first };
  return { needs: third === null ? 'settling' : null, revealed: true, outcome: third };
}

/** The judgements that count: of one who settled a difference, that one alone. */
export function counting<Judged extends { place: number | null }>(all: readonly Judged[]): Judged[] {
  const third = all.find(({ place }) => place === 3);
  return third ? [third] : all.filter(({ place }) => place !== null);
}
