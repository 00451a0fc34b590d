import { describe, expect, it } from 'vitest';
import { byCriterion, byObjective, figuresOf } from './rules.ts';

const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 10, minute));
const sent = (objectiveId: string | null, minute: number, answered: number | null) => ({
  ...{ injectId: 'i', teamId: 't', objectiveId, at: at(minute) },
  answeredAt: answered === null ? null : at(answered),
});

describe('figures', () => {
  it.each([
    [[], { sent: 0, answered: 0, minutes: null }],
    [[sent(null, 0, null)], { sent: 1, answered: 0, minutes: null }],
    [[sent(null, 0, 4), sent(null, 0, 10), sent(null, 5, null)], { sent: 3, answered: 2, minutes: 4 }],
    [[sent(null, 0, 4), sent(null, 0, 10), sent(null, 5, 7)], { sent: 3, answered: 3, minutes: 4 }],
  ])('of %# are %j', (all, figures) => {
    expect(figuresOf(all)).toEqual(figures);
  });

  it('stand by objective, and beside them what names none', () => {
    const seen = [
      { objectiveId: 'a', kind: 'improve' as const },
      { objectiveId: null, kind: 'sustain' as const },
    ];
    expect(byObjective([{ id: 'a', title: 'A' }], [sent('a', 0, 1)], seen)).toMatchObject([
      { id: 'a', sent: 1, answered: 1, sustain: 0, improve: 1 },
      { id: null, sent: 0, sustain: 1 },
    ]);
    expect(byObjective([], [], [])).toEqual([]);
  });

  it('compare by criterion what evaluators and teams say, over teams that were judged', () => {
    const scored = (official: number | null, self: number | null) => ({
      results: [
        {
          criterionId: 'a',
          official: official === null ? null : { level: official },
          self: self === null ? null : { level: self },
        },
      ],
    });
    const rubric = [
      { id: 'a', title: 'A', levels: [0, 1, 2] },
      { id: 'b', title: 'B', levels: [0, 1] },
    ];
    expect(byCriterion(rubric, [scored(0, 2), scored(1, null), scored(null, null)])).toEqual([
      { id: 'a', title: 'A', levels: 3, official: 0.5, self: 2 },
    ]);
    expect(byCriterion(rubric, [scored(null, null)])).toEqual([]);
  });
});
