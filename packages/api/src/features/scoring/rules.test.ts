import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actsFrom,
  actsState,
  type Checked,
  levelsProblem,
  mostOf,
  resultOf,
  type ScoreAct,
  type Standing,
  scoreboard,
  standing,
} from './rules.ts';

const teams = ['a', 'b', 'c'];
const judgement = fc.record({
  teamId: fc.constantFrom(...teams),
  criterionId: fc.constantFrom('1', '2'),
  responseId: fc.constantFrom(null, 'r', 's'),
  level: fc.integer({ min: 0, max: 3 }),
  points: fc.integer({ min: 0, max: 30 }),
});
/** A line of the ledger has one judgement that stands. */
const stands = fc.uniqueArray(judgement, {
  selector: (one) => `${one.teamId} ${one.criterionId} ${one.responseId}`,
});
const checks = fc.uniqueArray(
  fc.record({
    teamId: fc.constantFrom(...teams),
    points: fc.integer({ min: -50, max: 50 }),
    up: fc.nat(9),
    seen: fc.constant(9),
  }),
  { selector: ({ teamId }) => teamId },
);

describe('standing', () => {
  const rows = fc
    .array(fc.record({ ...judgementParts(), level: fc.option(fc.integer({ min: 0, max: 3 })) }))
    .map((all) => {
      const count = new Map<string, number>();
      return all.map((row) => {
        const key = `${row.teamId} ${row.criterionId} ${row.responseId}`;
        const revision = (count.get(key) ?? 0) + 1;
        count.set(key, revision);
        return { ...row, revision };
      });
    });

  it('is the newest of each line in whatever order rows come, and none where it was taken back', () =>
    fc.assert(
      fc.property(rows, (all) => {
        const sorted = (some: readonly object[]) => some.map((one) => JSON.stringify(one)).sort();
        const found = standing(all);
        expect(sorted(standing(all.toReversed()))).toEqual(sorted(found));
        for (const one of found) {
          const line = all.filter(
            (row) =>
              row.teamId === one.teamId &&
              row.criterionId === one.criterionId &&
              row.responseId === one.responseId,
          );
          expect(one.revision).toBe(line.length);
          expect(line.at(-1)?.level).toBe(one.level);
        }
      }),
    ));
});

function judgementParts() {
  return {
    teamId: fc.constantFrom(...teams),
    criterionId: fc.constantFrom('1', '2'),
    responseId: fc.constantFrom(null, 'r', 's'),
  };
}

describe('resultOf', () => {
  it('is none where nobody judged, and a mean between the least and the most', () => {
    expect(resultOf([])).toBeNull();
    expect(resultOf([{ level: 1, points: null }])).toEqual({ level: 1, points: null, judged: 1 });
    fc.assert(
      fc.property(fc.array(judgement, { minLength: 1 }), (judged) => {
        const points = judged.map((one) => one.points);
        const result = resultOf(judged);
        expect(result?.points).toBeGreaterThanOrEqual(Math.min(...points));
        expect(result?.points).toBeLessThanOrEqual(Math.max(...points));
      }),
    );
  });

  it('gives no more to who was judged more often', () => {
    const one = { level: 2, points: 20 };
    expect(resultOf([one, one, one])?.points).toBe(resultOf([one])?.points);
  });
});

describe('scoreboard', () => {
  it('is the same in whatever order judgements come; places follow totals, and equal totals share one', () =>
    fc.assert(
      fc.property(stands, checks, (scores: Standing[], checked: Checked[]) => {
        const board = scoreboard(teams, scores, checked);
        expect(scoreboard(teams, scores.toReversed(), checked.toReversed())).toEqual(board);
        expect(board.map(({ teamId }) => teamId).sort()).toEqual(teams);
        for (const line of board) {
          expect(line.place).toBe(1 + board.filter(({ total }) => total > line.total).length);
          expect(line.total).toBeCloseTo(line.rubric + line.checks, 5);
          expect(line.rubric).toBeLessThanOrEqual(60);
        }
      }),
    ));

  it('never puts a team lower for a better check', () =>
    fc.assert(
      fc.property(
        stands,
        checks,
        fc.constantFrom(...teams),
        fc.integer({ min: 1, max: 9 }),
        (scores, known, team, more) => {
          const better = [
            ...known.filter(({ teamId }) => teamId !== team),
            {
              ...(known.find(({ teamId }) => teamId === team) ?? { teamId: team, points: 0, up: 0, seen: 0 }),
            },
          ].map((one) => (one.teamId === team ? { ...one, points: one.points + more } : one));
          const place = (some: Checked[]) =>
            scoreboard(teams, scores, some).find(({ teamId }) => teamId === team)?.place ?? 0;
          expect(place(better)).toBeLessThanOrEqual(place(known));
        },
      ),
    ));

  it('counts what is left out as nothing', () =>
    expect(scoreboard(['a', 'b'], [], []).map(({ total, place }) => [total, place])).toEqual([
      [0, 1],
      [0, 1],
    ]));
});

describe('what the director can do', () => {
  it('goes from opening to freezing and back, never from what is done to what was before', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(5)), fc.boolean(), (choices, competitive) => {
        const acts: { kind: ScoreAct; at: Date }[] = [];
        for (const [index, choice] of choices.entries()) {
          const may = actsFrom(acts, competitive);
          const kind = may[choice % Math.max(1, may.length)];
          if (kind) acts.push({ kind, at: new Date(index) });
        }
        const { openedAt, frozenAt, releasedAt } = actsState(acts);
        if (frozenAt) expect(openedAt).not.toBeNull();
        if (!competitive) expect([openedAt, frozenAt]).toEqual([null, null]);
        for (const once of ['open', 'release'])
          expect(acts.filter(({ kind }) => kind === once).length).toBeLessThanOrEqual(1);
        if (!releasedAt) expect(actsFrom(acts, competitive)).toContain('release');
      }),
    ));
});

it.each([
  ['points that are missing', [{ points: 0 }, { points: null }], true, 'levels.1.points'],
  ['points where nobody competes', [{ points: 0 }, { points: 1 }], false, 'levels.0.points'],
  ['points that do not rise', [{ points: 5 }, { points: 5 }], true, 'levels.1.points'],
  ['rising points', [{ points: 0 }, { points: 5 }], true, null],
  ['words alone', [{ points: null }, { points: null }], false, null],
] as const)('levels with %s', (_, levels, competitive, path) =>
  expect(
    levelsProblem(
      levels.map((one) => ({ en: 'x', fr: 'x', ...one })),
      competitive,
    )?.path ?? null,
  ).toBe(path),
);

it('a rubric can give the highest of each line', () =>
  expect(
    mostOf([
      { id: '1', points: [0, 10] },
      { id: '2', points: [null, null] },
    ]),
  ).toBe(10));
