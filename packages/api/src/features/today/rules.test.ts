import { describe, expect, it } from 'vitest';
import { enrolmentWaits, inOrder, isSoon, markingsOn, type WaitingItem, withoutRepeats } from './rules.ts';

const now = new Date('2026-11-24T08:12:00Z');

const enrolment = (id: string, due: string | null, courseId = id): WaitingItem => ({
  kind: 'enrolment',
  id,
  markingId: null,
  due,
  courseId,
  course: 'Reporting an incident',
  done: 0,
  total: 3,
  place: null,
});
const attempt: WaitingItem = {
  kind: 'attempt',
  id: 'attempt',
  markingId: null,
  due: '2026-11-30T23:00:00.000Z',
  courseId: 'b',
  activityId: 'quiz',
  course: 'Reporting an incident',
  activity: 'Check what you know',
  answered: 4,
  total: 9,
};
const thread = (kind: 'thread' | 'mention', threadId: string): WaitingItem => {
  const common = {
    id: `${kind} ${threadId}`,
    due: null,
    markingId: null,
    threadId,
    thread: 'Spring report',
    at: now.toISOString(),
  };
  return kind === 'thread' ? { ...common, kind, unread: 3 } : { ...common, kind, person: 'A. Calder' };
};

describe('what waits', () => {
  it('stands in the order of its deadlines, the late first and the dateless last', () => {
    const items = [
      enrolment('no date', null),
      enrolment('in a week', '2026-12-01T08:00:00.000Z'),
      enrolment('late', '2026-11-20T08:00:00.000Z'),
      enrolment('today', '2026-11-24T16:00:00.000Z'),
    ];
    expect(inOrder(items).map((item) => item.id)).toEqual(['late', 'today', 'in a week', 'no date']);
  });

  it('is said once: by the quiz that was begun, by the mention in a thread', () => {
    const items = [
      enrolment('a', null),
      enrolment('b', null),
      attempt,
      thread('thread', '1'),
      thread('mention', '1'),
      thread('thread', '2'),
    ];
    expect(withoutRepeats(items).map((item) => item.id)).toEqual(['a', 'attempt', 'mention 1', 'thread 2']);
  });
});

describe('an enrolment', () => {
  it.each([
    [{ due: now, done: 0, completed: false }, true],
    [{ due: null, done: 2, completed: false }, true],
    [{ due: null, done: 0, completed: false }, false],
    [{ due: now, done: 3, completed: true }, false],
  ])('%o waits: %s', (given, waits) => {
    expect(enrolmentWaits(given)).toBe(waits);
  });
});

describe('the days ahead', () => {
  it.each([
    ['2026-11-24T08:12:00Z', true],
    ['2026-12-08T08:12:00Z', true],
    ['2026-12-08T08:12:01Z', false],
    ['2026-11-24T08:11:59Z', false],
  ])('%s is among them: %s', (at, soon) => {
    expect(isSoon(new Date(at), now)).toBe(soon);
  });
});

describe('the markings of a day', () => {
  it('are those of all it names, each once, and of nothing else', () => {
    const waiting = [
      { ...enrolment('a', null), markingId: 'open' },
      { ...enrolment('b', null), markingId: 'restricted' },
      enrolment('c', null),
    ];
    const upcoming = [{ markingId: 'restricted' }, { markingId: null }];
    expect(markingsOn({ waiting, upcoming, learning: [{ markingId: 'third' }] }).sort()).toEqual([
      'open',
      'restricted',
      'third',
    ]);
    expect(markingsOn({ waiting: [], upcoming: [], learning: [] })).toEqual([]);
  });
});
