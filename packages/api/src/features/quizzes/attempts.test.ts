import { describe, expect, it } from 'vitest';
import { type Attempt, attemptState, endOfAttempt, mayStart } from './rules.ts';
import { answer, answers } from './schemas.ts';

describe('attempts', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute));
  const attempt = (more: Partial<Attempt> = {}): Attempt => ({
    startedAt: at(0),
    endsAt: at(30),
    submittedAt: null,
    ...more,
  });

  it.each<[string, Attempt, number, string]>([
    ['open', attempt(), 29, 'open'],
    ['at the end', attempt(), 30, 'expired'],
    ['handed in', attempt({ submittedAt: at(5) }), 40, 'submitted'],
    ['without an end', attempt({ endsAt: null }), 59, 'open'],
  ])('%s', (_, one, minute, state) => expect(attemptState(one, at(minute))).toBe(state));

  it.each<[string, Attempt[], Parameters<typeof mayStart>[1], number, ReturnType<typeof mayStart>]>([
    ['first of many', [], { maxAttempts: null }, 0, { may: true, left: null }],
    ['second of two', [attempt()], { maxAttempts: 2 }, 45, { may: true, left: 1 }],
    ['none left', [attempt(), attempt()], { maxAttempts: 2 }, 45, { may: false, reason: 'noneLeft' }],
    ['one running', [attempt()], { maxAttempts: 2 }, 10, { may: false, reason: 'running' }],
    ['too early', [], { maxAttempts: 1, opensAt: at(20) }, 10, { may: false, reason: 'notYetOpen' }],
    ['too late', [], { maxAttempts: 1, closesAt: at(20) }, 20, { may: false, reason: 'closed' }],
  ])('%s', (_, attempts, settings, minute, expected) =>
    expect(mayStart(attempts, settings, at(minute))).toEqual(expected),
  );

  it.each([
    [30, null, at(30)],
    [30, at(20), at(20)],
    [null, at(20), at(20)],
    [null, null, null],
  ])('ends by its minutes (%s) and the quiz’s close', (minutes, closes, end) =>
    expect(endOfAttempt(at(0), minutes, closes)).toEqual(end),
  );
});

describe('answers', () => {
  it.each([
    [{ choices: ['c1'] }, true],
    [{ text: 'a' }, true],
    [{ text: 'a\u0000' }, false],
    [{ text: 'a'.repeat(501) }, false],
    [{ choices: ['C 1'] }, false],
    [{ choices: [], text: '' }, false],
    [{ choices: Array.from({ length: 21 }, () => 'c1') }, false],
  ])('%j', (value, good) => expect(answer.safeParse(value).success).toBe(good));

  it('are kept by question', () => expect(answers.safeParse({ 'q-1': { choices: [] } }).success).toBe(true));
});
