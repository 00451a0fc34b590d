import { describe, expect, it } from 'vitest';
import { courseCompleted, mayWithdraw, movesAlong } from './rules.ts';

describe('a course is completed', () => {
  const part = (required: boolean, completed: boolean) => ({ required, completed });

  it('once every required activity is', () => {
    expect(courseCompleted([part(true, true), part(false, false)])).toBe(true);
    expect(courseCompleted([part(true, true), part(true, false)])).toBe(false);
  });
  it('once all are, where none is required', () => {
    expect(courseCompleted([part(false, true), part(false, false)])).toBe(false);
    expect(courseCompleted([part(false, true), part(false, true)])).toBe(true);
  });
  it('never while it is empty', () => {
    expect(courseCompleted([])).toBe(false);
  });
});

describe('a new version takes an enrolment along', () => {
  const still = { completed: false, attemptRunning: false, done: [{ key: 'a', kind: 'page' }] };
  const next = new Map([
    ['a', 'page'],
    ['b', 'quiz'],
  ]);

  it('when nothing that was done has gone', () => {
    expect(movesAlong(still, next)).toBe(true);
    expect(movesAlong({ ...still, done: [] }, new Map())).toBe(true);
  });
  it('not when something done has gone, or has become another thing', () => {
    expect(movesAlong({ ...still, done: [{ key: 'c', kind: 'page' }] }, next)).toBe(false);
    expect(movesAlong({ ...still, done: [{ key: 'b', kind: 'page' }] }, next)).toBe(false);
  });
  it('not when the course is completed, or a quiz is under way', () => {
    expect(movesAlong({ ...still, completed: true }, next)).toBe(false);
    expect(movesAlong({ ...still, attemptRunning: true }, next)).toBe(false);
  });
});

it('lets people leave what they chose and have not completed', () => {
  expect(mayWithdraw({ completed: false, cohortId: null })).toBe(true);
  expect(mayWithdraw({ completed: false, cohortId: 'cohort' })).toBe(false);
  expect(mayWithdraw({ completed: true, cohortId: null })).toBe(false);
});
