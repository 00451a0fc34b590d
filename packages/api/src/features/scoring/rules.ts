/** A criterion as rules need it: the points of its levels from the lowest to the highest; null where none are given. */
export type CriterionRule = { id: string; points: (number | null)[] };

/** A judgement that stands: the newest of its line. */
export type Standing = {
  teamId: string;
  criterionId: string;
  responseId: string | null;
  level: number;
  points: number | null;
};

/** What automatic checks gave a team. */
export type Checked = { teamId: string; points: number; up: number; seen: number };

/** Judged one after the other, the newest revision of each line; what was taken back is not among them. */
export function standing<
  Row extends {
    teamId: string;
    criterionId: string;
    responseId: string | null;
    revision: number;
    level: number | null;
  },
>(rows: readonly Row[]): (Row & { level: number })[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row.teamId} ${row.criterionId} ${row.responseId}`;
    const known = newest.get(key);
    if (!known || known.revision < row.revision) newest.set(key, row);
  }
  return [...newest.values()].flatMap((row) => (row.level === null ? [] : [{ ...row, level: row.level }]));
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
/** To one place after the point, as it is shown and compared: nobody is ahead by what cannot be seen. */
export const rounded = (value: number) => Math.round(value * 10) / 10;

/**
 * What one criterion comes to for a team: the mean of its judgements, so that a team whose answers were judged more often
 * has no more of it. Null where it was not judged.
 */
export function resultOf(judged: readonly Pick<Standing, 'level' | 'points'>[]) {
  if (judged.length === 0) return null;
  const points = judged.flatMap((one) => (one.points === null ? [] : [one.points]));
  return {
    level: rounded(mean(judged.map(({ level }) => level))),
    points: points.length > 0 ? rounded(mean(points)) : null,
    judged: judged.length,
  };
}

/** The most a rubric can give. */
export function mostOf(criteria: readonly CriterionRule[]): number {
  return criteria.reduce((sum, { points }) => sum + Math.max(0, ...points.map((one) => one ?? 0)), 0);
}

export type Placed = {
  teamId: string;
  rubric: number;
  checks: number;
  total: number;
  place: number;
  up: number;
  seen: number;
};

/**
 * The scoreboard: the rubric's points and those of the checks, the highest first. Equal totals share a place and the next
 * is left out; they stand in the order the teams are given in.
 */
export function scoreboard(
  teams: readonly string[],
  scores: readonly Standing[],
  checks: readonly Checked[],
): Placed[] {
  const lines = teams.map((teamId) => {
    const own = Map.groupBy(
      scores.filter((one) => one.teamId === teamId),
      ({ criterionId }) => criterionId,
    );
    const rubric = rounded(
      [...own.values()].reduce((sum, judged) => sum + (resultOf(judged)?.points ?? 0), 0),
    );
    const { points = 0, up = 0, seen = 0 } = checks.find((one) => one.teamId === teamId) ?? {};
    return { teamId, rubric, checks: points, total: rounded(rubric + points), up, seen };
  });
  return lines
    .map((line) => ({ ...line, place: 1 + lines.filter(({ total }) => total > line.total).length }))
    .sort((a, b) => a.place - b.place);
}

export type ScoreAct = 'open' | 'freeze' | 'unfreeze' | 'release';

/** How scores and scoreboard stand after what the director did. */
export function actsState(acts: readonly { kind: ScoreAct; at: Date }[]) {
  const freeze = acts.findLast(({ kind }) => kind === 'freeze' || kind === 'unfreeze');
  return {
    openedAt: acts.find(({ kind }) => kind === 'open')?.at ?? null,
    frozenAt: freeze?.kind === 'freeze' ? freeze.at : null,
    releasedAt: acts.find(({ kind }) => kind === 'release')?.at ?? null,
  };
}

/** What the director can do next. A scoreboard is for competitions alone; what was opened or released stays so. */
export function actsFrom(acts: readonly { kind: ScoreAct; at: Date }[], competitive: boolean): ScoreAct[] {
  const { openedAt, frozenAt, releasedAt } = actsState(acts);
  return [
    ...(competitive && !openedAt ? (['open'] as const) : []),
    ...(competitive && openedAt ? [frozenAt ? ('unfreeze' as const) : ('freeze' as const)] : []),
    ...(releasedAt ? [] : (['release'] as const)),
  ];
}

export type Level = { en: string; fr: string; points: number | null };

/** The first thing wrong with a criterion's levels, as a path and the key of its words; null when nothing is. */
export function levelsProblem(
  levels: readonly Level[],
  competitive: boolean,
): { path: string; key: string } | null {
  for (const [index, { points }] of levels.entries()) {
    const path = `levels.${index}.points`;
    if (competitive && points === null) return { path, key: 'scoring.pointsNeeded' };
    if (!competitive && points !== null) return { path, key: 'scoring.noPoints' };
    const before = levels[index - 1]?.points ?? null;
    if (points !== null && before !== null && points <= before) return { path, key: 'scoring.levelsRise' };
  }
  return null;
}
