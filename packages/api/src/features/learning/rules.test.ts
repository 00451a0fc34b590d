import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOfPath, groupOf, inOrder, openParts, type Path, stepOf } from './rules.ts';
import type { Part } from './types.ts';
import { actionable, whyOf } from './why.ts';

const now = new Date('2026-11-29T10:00:00Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000).toISOString();

const part = (values: Partial<Part> = {}): Part => ({
  ...{ key: 'one', kind: 'page', titles: { en: 'One' }, quiz: null, workRule: null, extension: null },
  ...{ attempts: [], work: null, session: null, completes: null, decided: null },
  ...values,
});
const quiz = (values: Partial<Part> = {}) => part({ kind: 'quiz', quiz: { maxAttempts: 2 }, ...values });
const attempt = (submitted: number | null, graded = submitted, ends: number | null = null) => ({
  startedAt: hours(-5),
  endsAt: ends === null ? null : hours(ends),
  submittedAt: submitted === null ? null : hours(submitted),
  gradedAt: graded === null ? null : hours(graded),
});
const work = (outcome: 'pass' | 'fail' | 'return' | null, submitted: number | null = -2) =>
  part({ kind: 'assignment', work: { submittedAt: submitted === null ? null : hours(submitted), outcome } });
const meeting = (from: number, state: 'present' | 'absent' | 'excused' | null = null) =>
  part({
    kind: 'session',
    session: { startsAt: hours(from), endsAt: hours(from + 1), state, passed: false },
  });
const path = (values: Partial<Path> = {}): Path => ({
  ...{
    dueAt: null,
    enrolledAt: new Date(hours(-48)),
    sequence: 'free',
    admitted: true,
    parts: [],
    place: null,
  },
  ...values,
});

describe('why something is not done', () => {
  it.each([
    ['toRead', null, part()],
    ['toWatch', null, part({ kind: 'video' })],
    ['toTake', null, part({ kind: 'file' })],
    ['toAnswer', null, quiz()],
    ['answering', hours(1), quiz({ attempts: [attempt(null, null, 1)] })],
    ['failed', null, quiz({ attempts: [attempt(-1)] })],
    ['failed', null, quiz({ attempts: [attempt(null, null, -1)] })],
    ['marking', null, quiz({ attempts: [attempt(-1, null)] })],
    ['noneLeft', null, quiz({ attempts: [attempt(-2), attempt(-1)] })],
    [
      'failed',
      null,
      quiz({
        attempts: [attempt(-2), attempt(-1)],
        extension: { extraMinutes: 0, extraAttempts: 1, closesAt: null, dueAt: null },
      }),
    ],
    ['notYetOpen', hours(3), quiz({ quiz: { maxAttempts: null, opensAt: hours(3) } })],
    ['closed', hours(-3), quiz({ quiz: { maxAttempts: null, closesAt: hours(-3) } })],
    ['wait', hours(23), quiz({ quiz: { maxAttempts: 2, delayHours: 24 }, attempts: [attempt(-1)] })],
    ['toWrite', null, part({ kind: 'assignment' })],
    ['writing', null, work(null, null)],
    ['judging', hours(-2), work(null)],
    ['returned', null, work('return')],
    ['workFailed', hours(-2), work('fail')],
    ['session', hours(2), meeting(2)],
    ['sessionOver', hours(-2), meeting(-2)],
    ['missed', hours(-2), meeting(-2, 'absent')],
    ['noSession', null, part({ kind: 'session' })],
    ['decided', null, part({ decided: 'fail' })],
  ] as const)('is %s', (reason, at, given) => {
    expect(whyOf(given, { now, locked: false })).toEqual({ reason, at });
  });

  it('is that something before it is not done, whatever else', () => {
    expect(whyOf(quiz(), { now, locked: true }).reason).toBe('locked');
    const inTurn = openParts(path({ sequence: 'inOrder', parts: [part(), part({ key: 'two' })] }), now);
    expect(inTurn.map(({ why }) => why.reason)).toEqual(['toRead', 'locked']);
  });
});

describe('the one place to go on at', () => {
  const step = (values: Partial<Path>) => {
    const one = path(values);
    return stepOf(one, openParts(one, now));
  };
  const here = { key: 'one', anchor: 'md-there~4' };

  it('is where the person stopped', () => {
    expect(step({ parts: [part(), part({ key: 'two' })], place: here })).toEqual(here);
  });
  it('is work sent back or a quiz under way before it', () => {
    const returned = { ...work('return'), key: 'essay' };
    expect(step({ parts: [part(), returned], place: here })).toEqual({ key: 'essay', anchor: null });
    const running = quiz({ key: 'check', attempts: [attempt(null, null, 1)] });
    expect(step({ parts: [part(), running], place: here })).toEqual({ key: 'check', anchor: null });
  });
  it('is the first that can be done where the place waits for somebody', () => {
    const judged = work(null);
    expect(step({ parts: [judged, part({ key: 'two' })], place: here })).toEqual({
      key: 'two',
      anchor: null,
    });
  });
  it('is an optional page one stopped at', () => {
    const optional = { key: 'aside', anchor: null };
    expect(step({ parts: [part()], place: optional })).toEqual(optional);
  });
  it('is none where all of it waits, and none before what the course asks for is held', () => {
    expect(step({ parts: [work(null), { ...meeting(4), key: 'two' }], place: here })).toBeNull();
    expect(step({ parts: [part()], place: here, admitted: false })).toBeNull();
  });

  it('is never a step that cannot be taken', () => {
    const reasons = fc.constantFrom(
      part(),
      quiz(),
      work(null),
      work('return'),
      meeting(3),
      part({ decided: 'fail' }),
    );
    fc.assert(
      fc.property(fc.array(reasons, { maxLength: 6 }), fc.nat(5), fc.boolean(), (all, at, ordered) => {
        const parts = all.map((one, index) => ({ ...one, key: `k${index}` }));
        const place = parts[at] ? { key: `k${at}`, anchor: null } : null;
        const one = path({ parts, place, sequence: ordered ? 'inOrder' : 'free' });
        const open = openParts(one, now);
        const found = stepOf(one, open);
        const target = open.find(({ part: { key } }) => key === found?.key);
        expect(found === null || (target !== undefined && actionable(target.why))).toBe(true);
        expect(found === null).toBe(!open.some(({ why }) => actionable(why)));
      }),
    );
  });
});

describe('what is due', () => {
  const due = (values: Partial<Path>) => {
    const one = path(values);
    return dueOfPath(one, openParts(one, now));
  };
  const essay = { ...work(null, null), key: 'essay', workRule: { dueAt: hours(30), dueDays: null } };

  it('is the nearest of the course’s own day and those of its parts', () => {
    const dueAt = new Date(hours(50));
    expect(due({ dueAt, parts: [part()] })).toEqual({ at: dueAt, key: null });
    expect(due({ dueAt, parts: [essay] })).toEqual({ at: new Date(hours(30)), key: 'essay' });
    const longer = { extraMinutes: 0, extraAttempts: 0, closesAt: null, dueAt: hours(70) };
    expect(due({ dueAt, parts: [{ ...essay, extension: longer }] })).toEqual({ at: dueAt, key: null });
    expect(due({ dueAt, parts: [meeting(4)] })).toEqual({ at: new Date(hours(4)), key: 'one' });
  });
  it('is not what was handed in, what has closed, nor a session that was', () => {
    const closed = quiz({ quiz: { maxAttempts: 1, closesAt: hours(-1) } });
    const handedIn = { ...essay, work: { submittedAt: hours(-1), outcome: null } };
    expect(due({ parts: [handedIn, closed, meeting(-9)] })).toBeNull();
  });
  it.each([
    ['overdue', -1, true],
    ['soon', 24 * 14, true],
    ['later', 24 * 14 + 1, true],
    ['later', null, true],
    ['waiting', -1, false],
    ['waiting', 5, false],
  ] as const)('stands under %s', (group, at, canAct) => {
    expect(groupOf({ due: at === null ? null : new Date(hours(at)), canAct }, now)).toBe(group);
  });
  it('comes in the order of its days, and what has none last', () => {
    const item = (id: string, at: number | null) => ({ id, due: at === null ? null : { at: hours(at) } });
    const all = [item('d', null), item('b', 3), item('c', null), item('a', 3), item('e', -1)];
    expect(inOrder(all).map(({ id }) => id)).toEqual(['e', 'a', 'b', 'c', 'd']);
  });
});
