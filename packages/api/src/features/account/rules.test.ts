import { describe, expect, it } from 'vitest';
import {
  leastPasswordLength,
  linkIsLive,
  needsSecondFactor,
  safeWay,
  sessionLifetime,
  sessionState,
} from './rules.ts';

const HOUR = 3600;
const now = new Date('2026-11-24T12:00:00Z');
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('second factor', () => {
  it.each([
    [[], false],
    [['trainingCoordinator', 'instructor', 'contributor'], false],
    [['delegate'], true],
    [['headOfDelegation'], true],
    [['chair'], true],
    [['secretariat'], true],
    [['securityOfficer'], true],
    [['instructor', 'administrator'], true],
  ])('%j: %s', (roles, needed) => expect(needsSecondFactor(roles)).toBe(needed));
  it('lets a password beside it be shorter', () => {
    expect([leastPasswordLength(false), leastPasswordLength(true)]).toEqual([15, 8]);
  });
});

describe('session lifetime', () => {
  it.each([
    [[], 24 * HOUR, 30 * 24 * HOUR],
    [['instructor'], 24 * HOUR, 30 * 24 * HOUR],
    [['delegate'], 8 * HOUR, 7 * 24 * HOUR],
    [['administrator'], HOUR / 2, 12 * HOUR],
    [['delegate', 'administrator'], HOUR / 2, 12 * HOUR],
  ])('%j: %i idle, %i at most', (roles, idleSeconds, absoluteSeconds) =>
    expect(sessionLifetime(roles)).toEqual({ idleSeconds, absoluteSeconds }),
  );
});

describe('session state', () => {
  const live = { seenAt: at(-60), idleSeconds: 1800, expiresAt: at(600), revokedAt: null };
  it.each([
    [live, 'live'],
    [{ ...live, seenAt: at(-1800) }, 'idle'],
    [{ ...live, seenAt: at(-1799) }, 'live'],
    [{ ...live, expiresAt: now }, 'expired'],
    [{ ...live, revokedAt: at(-1) }, 'ended'],
  ] as const)('%j: %s', (session, state) => expect(sessionState(session, now)).toBe(state));
});

it('lets a link live until it is used or its instant has come', () => {
  expect(linkIsLive({ usedAt: null, expiresAt: at(1) }, now)).toBe(true);
  expect(linkIsLive({ usedAt: null, expiresAt: now }, now)).toBe(false);
  expect(linkIsLive({ usedAt: at(-1), expiresAt: at(1) }, now)).toBe(false);
});

describe('the way after sign-in', () => {
  it.each(['/learn', '/consult/threads/1?x=1'])('%s stays', (way) => expect(safeWay(way)).toBe(way));
  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\tevil',
    'javascript:alert(1)',
    '/api/auth/signout',
    '/sign-in',
  ])('%s goes to Today', (way) => expect(safeWay(way)).toBe('/'));
});
