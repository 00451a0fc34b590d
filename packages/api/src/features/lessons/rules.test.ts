import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionState,
  actionStepsFrom,
  isOpen,
  lessonState,
  reminderDue,
  type Step,
  stepsFrom,
} from './rules.ts';

const action = { id: 'a', dueOn: '2027-03-10' };
const other = { id: 'b', dueOn: '2027-03-20' };
const step = (kind: Step['kind'], actionId: string | null = null): Step => ({ kind, actionId });

describe('an action', () => {
  it.each([
    [[], '2027-03-10', 'open'],
    [[], '2027-03-11', 'late'],
    [[step('changed', 'a')], '2027-03-11', 'late'],
    [[step('done', 'a')], '2027-03-11', 'done'],
    [[step('done', 'a'), step('changed', 'b')], '2027-03-11', 'done'],
    [[step('done', 'a'), step('undone', 'a')], '2027-03-10', 'open'],
    [[step('dropped', 'a'), step('done', 'b')], '2027-03-11', 'dropped'],
  ] as const)('with %j on %s is %s', (steps, today, state) => {
    expect(actionState(action, steps, today)).toBe(state);
  });
});

describe('a lesson', () => {
  it.each([
    [[], [], 'identified'],
    [[action], [], 'underWay'],
    [[action, other], [step('done', 'a')], 'underWay'],
    [[action, other], [step('done', 'a'), step('dropped', 'b')], 'done'],
    [[action], [step('dropped', 'a')], 'identified'],
    [[action], [step('done', 'a'), step('learned')], 'learned'],
    [[action], [step('done', 'a'), step('learned'), step('reopened')], 'done'],
    [[], [step('setAside')], 'setAside'],
    [[action], [step('setAside'), step('reopened')], 'underWay'],
  ] as const)('with %j and %j is %s', (actions, steps, state) => {
    expect(lessonState(actions, steps)).toBe(state);
  });

  it('is never learned before something was done about it, however it went', () => {
    const kind = fc.constantFrom('give', 'setAside', 'reopened', 'learned', 'done', 'undone', 'dropped');
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, fc.nat(3)), { maxLength: 40 }), (tries) => {
        const actions: { id: string; dueOn: string }[] = [];
        const steps: Step[] = [];
        for (const [one, at] of tries) {
          const state = lessonState(actions, steps);
          const about = actions[at % Math.max(actions.length, 1)];
          if (one === 'give') {
            if (isOpen(state)) actions.push({ id: String(actions.length), dueOn: '2027-01-01' });
          } else if (one === 'setAside' || one === 'reopened' || one === 'learned') {
            if (stepsFrom(state).includes(one)) steps.push(step(one));
          } else if (about && isOpen(state)) {
            if (actionStepsFrom(actionState(about, steps, '')).includes(one)) steps.push(step(one, about.id));
          }
        }
        if (lessonState(actions, steps) !== 'learned') return;
        const states = actions.map((one) => actionState(one, steps, ''));
        expect(states).toContain('done');
        expect(states.every((state) => state === 'done' || state === 'dropped')).toBe(true);
      }),
    );
  });
});

it.each([
  ['2027-03-02', null],
  ['2027-03-03', 'week'],
  ['2027-03-08', 'week'],
  ['2027-03-09', 'day'],
  ['2027-03-10', 'day'],
  ['2027-03-11', 'late'],
] as const)('reminds on %s: %s', (today, kind) => {
  expect(reminderDue('2027-03-10', today)).toBe(kind);
});
