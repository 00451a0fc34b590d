import { describe, expect, it } from 'vitest';
import { type Attempt, attemptState, type Extension, endOfAttempt, mayStart, showsRight } from './rules.ts';

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

  const iso = (minute: number) => at(minute).toISOString();
  const more = (given: Partial<Extension>): Extension => ({
    extraMinutes: 0,
    extraAttempts: 0,
    closesAt: null,
    ...given,
  });
  const done = (minute: number) => attempt({ submittedAt: at(minute) });
  type Case = [
    string,
    Attempt[],
    Parameters<typeof mayStart>[1],
    number,
    ReturnType<typeof mayStart>,
    Extension?,
  ];

  it.each<Case>([
    ['first of many', [], { maxAttempts: null }, 0, { may: true, left: null }],
    ['second of two', [attempt()], { maxAttempts: 2 }, 45, { may: true, left: 1 }],
    ['none left', [attempt(), attempt()], { maxAttempts: 2 }, 45, { may: false, reason: 'noneLeft' }],
    [
      'one more than two',
      [attempt(), attempt()],
      { maxAttempts: 2 },
      45,
      { may: true, left: 1 },
      more({ extraAttempts: 1 }),
    ],
    ['one running', [attempt()], { maxAttempts: 2 }, 10, { may: false, reason: 'running' }],
    [
      'too early',
      [],
      { maxAttempts: 1, opensAt: iso(20) },
      19,
      { may: false, reason: 'notYetOpen', at: iso(20) },
    ],
    ['just open', [], { maxAttempts: 1, opensAt: iso(20) }, 20, { may: true, left: 1 }],
    [
      'too late',
      [],
      { maxAttempts: 1, closesAt: iso(20) },
      20,
      { may: false, reason: 'closed', at: iso(20) },
    ],
    [
      'later for one',
      [],
      { maxAttempts: 1, closesAt: iso(20) },
      25,
      { may: true, left: 1 },
      more({ closesAt: at(30) }),
    ],
    [
      'too late for one',
      [],
      { maxAttempts: 1, closesAt: iso(20) },
      30,
      { may: false, reason: 'closed', at: iso(30) },
      more({ closesAt: at(30) }),
    ],
    [
      'never earlier for one',
      [],
      { maxAttempts: 1, closesAt: iso(20) },
      15,
      { may: true, left: 1 },
      more({ closesAt: at(10) }),
    ],
    [
      'too soon',
      [done(5)],
      { maxAttempts: 2, delayHours: 0.5 },
      34,
      { may: false, reason: 'wait', at: iso(35) },
    ],
    ['soon enough', [done(5)], { maxAttempts: 2, delayHours: 0.5 }, 35, { may: true, left: 1 }],
    [
      'after one never handed in',
      [attempt()],
      { maxAttempts: 2, delayHours: 0.5 },
      59,
      { may: false, reason: 'wait', at: at(60).toISOString() },
    ],
  ])('%s', (_, attempts, settings, minute, expected, extension) =>
    expect(mayStart(attempts, settings, at(minute), extension)).toEqual(expected),
  );

  it.each<[Parameters<typeof showsRight>[0], boolean, ReturnType<typeof mayStart>, boolean]>([
    ['always', false, { may: true, left: 1 }, true],
    [undefined, false, { may: true, left: 1 }, true],
    ['never', true, { may: false, reason: 'noneLeft' }, false],
    ['atEnd', false, { may: true, left: 1 }, false],
    ['atEnd', false, { may: false, reason: 'wait', at: iso(1) }, false],
    ['atEnd', true, { may: true, left: 1 }, true],
    ['atEnd', false, { may: false, reason: 'noneLeft' }, true],
    ['atEnd', false, { may: false, reason: 'closed', at: iso(1) }, true],
  ])('shown %s, passed %s, %j: %s', (rule, passed, start, expected) =>
    expect(showsRight(rule, { passed, start })).toBe(expected),
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
