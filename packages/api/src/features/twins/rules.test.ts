import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPlay, runsInside } from '../../policies/play.ts';
import { isTwinCode, type Player, twinRoles } from './rules.ts';

const player = (personId: string, more: Partial<Player> = {}): Player => ({
  ...{ personId, staff: [], seated: false, nationId: null },
  ...more,
});

it('gives each what they are in the exercise, and who plays does not lead', () => {
  const roles = twinRoles([
    player('north', { seated: true, nationId: 'N' }),
    player('second', { seated: true, nationId: 'N' }),
    player('south', { seated: true, nationId: 'S', staff: ['exerciseDirector'] }),
    player('office', { seated: true }),
    player('director', { staff: ['exerciseDirector', 'exercisePlanner'] }),
    player('control', { staff: ['exerciseControl'] }),
    player('judge', { staff: ['evaluator'] }),
  ]);
  expect(roles).toEqual([
    { personId: 'north', role: 'headOfDelegation' },
    { personId: 'second', role: 'delegate' },
    { personId: 'south', role: 'headOfDelegation' },
    { personId: 'director', role: 'chair' },
    { personId: 'control', role: 'secretariat' },
  ]);
});

it('gives nobody two roles, and each nation one head', () => {
  const one = fc.record({
    seated: fc.boolean(),
    nationId: fc.constantFrom('N', 'S', null),
    staff: fc.subarray(['exerciseDirector', 'exerciseControl', 'exercisePlanner', 'evaluator'] as const),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (all) => {
      const players = all.map((more, at) => player(String(at), more));
      const roles = twinRoles(players);
      expect(new Set(roles.map(({ personId }) => personId)).size).toBe(roles.length);
      for (const nation of ['N', 'S']) {
        const sit = players.filter(({ seated, nationId }) => seated && nationId === nation);
        const heads = roles.filter(
          ({ personId, role }) =>
            role === 'headOfDelegation' && sit.some((person) => person.personId === personId),
        );
        expect(heads).toHaveLength(sit.length > 0 ? 1 : 0);
      }
    }),
  );
});

it.each([
  ['silence.break', true],
  ['threads.start', true],
  ['twins.leave', true],
  ['enrolments.enrol', false],
  ['people.appoint', false],
  ['account.save', false],
])('runs %s inside an exercise: %s', (procedure, runs) => {
  expect(runsInside(procedure)).toBe(runs);
});

it('knows what is play', () => {
  expect([isPlay('silence'), isPlay('person'), isPlay('exercise')]).toEqual([true, false, false]);
  expect([isTwinCode('EXERCISE-QH27'), isTwinCode('NWG')]).toEqual([true, false]);
});
