import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circular, conflictsOf } from './conflicts.ts';
import {
  emptyContent,
  emptyFacts,
  exerciseTime,
  filterInjects,
  type Inject,
  MINUTES,
  readExerciseTime,
} from './rules.ts';

const inject = (id: string, more: Partial<Inject> = {}): Inject => ({
  ...{ id, number: Number(id) || 1, ...emptyFacts, ...emptyContent, title: `Inject ${id}` },
  ...{ teamIds: ['t'], objectiveId: 'o', responsibleId: 'r' },
  ...more,
});
const kinds = (injects: Inject[], lasts = 1_000) =>
  conflictsOf(injects, lasts).map(({ injectId, kind }) => `${injectId} ${kind}`);

describe('exercise time', () => {
  it('is read as it is written, whatever minute it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: MINUTES.first, max: MINUTES.last }), (minute) => {
        expect(readExerciseTime(exerciseTime(minute))).toBe(minute);
      }),
    );
  });

  it.each([
    ['26:15', 1_575],
    ['1d 2:15', 1_575],
    ['1j02h15', 1_575],
    ['-0:30', -30],
    ['+0:05', 5],
    ['0:60', null],
    ['half past', null],
    ['', null],
    ['9999:00', null],
  ])('reads %j', (typed, minute) => {
    expect(readExerciseTime(typed)).toBe(minute);
  });
});

describe('warnings', () => {
  it('are none where nothing is wrong', () => {
    expect(kinds([inject('1'), inject('2', { minute: 5, afterId: '1' })])).toEqual([]);
  });

  it('name what depends on something later, on something withdrawn, or on nothing', () => {
    const all = [
      inject('1', { minute: 50 }),
      inject('2', { minute: 10, afterId: '1' }),
      inject('3', { minute: 60, status: 'withdrawn' }),
      inject('4', { minute: 70, afterId: '3' }),
      inject('5', { minute: 80, trigger: 'answer' }),
    ];
    expect(kinds(all)).toEqual(['2 afterLater', '4 afterWithdrawn', '5 answerWithoutAfter']);
  });

  it('name every inject of a circle, and not who merely waits for one', () => {
    const all = [
      inject('1', { afterId: '3' }),
      inject('2', { minute: 1, afterId: '1' }),
      inject('3', { minute: 2, afterId: '2' }),
      inject('4', { minute: 3, afterId: '3' }),
    ];
    expect(kinds(all)).toEqual(['1 circle', '2 circle', '3 circle']);
  });

  it('name the window, the same minute for one team, and what is missing', () => {
    expect(kinds([inject('1', { minute: -1 }), inject('2', { minute: 1_001 })])).toEqual([
      '1 outsideWindow',
      '2 outsideWindow',
    ]);
    expect(kinds([inject('1'), inject('2'), inject('3', { teamIds: ['u'] })])).toEqual(['2 sameMinute']);
    expect(kinds([inject('1', { teamIds: [], objectiveId: null, responsibleId: null })])).toEqual([
      '1 noTeam',
      '1 noObjective',
      '1 noResponsible',
    ]);
  });

  it('find circles exactly where following leads back, in any graph', () => {
    const graph = fc.array(fc.option(fc.nat(11), { nil: null }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(graph, (after) => {
        const all = new Map(
          after.map((to, index) => [
            String(index),
            { id: String(index), afterId: to === null ? null : String(to % after.length) },
          ]),
        );
        const leadsBack = (start: string) => {
          let at = all.get(start)?.afterId ?? null;
          for (let step = 0; step < after.length && at !== null; step += 1) {
            if (at === start) return true;
            at = all.get(at)?.afterId ?? null;
          }
          return false;
        };
        expect([...circular(all)].sort()).toEqual([...all.keys()].filter(leadsBack).sort());
      }),
    );
  });
});

it('is narrowed by each part of a filter, and by words without capitals and accents', () => {
  const all = [
    inject('1', { storylineId: 's', text: 'L’Électricité manque' }),
    inject('2', { teamIds: ['u', 'v'], status: 'approved', responsibleId: null }),
  ];
  const ids = (filter: object) => filterInjects(all, filter).map(({ id }) => id);
  expect(ids({})).toEqual(['1', '2']);
  expect(ids({ words: 'ELECTRICITE inject' })).toEqual(['1']);
  expect(ids({ words: '#2' })).toEqual(['2']);
  expect(ids({ team: 'v' })).toEqual(['2']);
  expect(ids({ storyline: 'none' })).toEqual(['2']);
  expect(ids({ responsible: 'none', status: 'approved' })).toEqual(['2']);
  expect(ids({ status: 'draft', team: 'u' })).toEqual([]);
});
