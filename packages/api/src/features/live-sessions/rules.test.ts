import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from '../../days.ts';
import { clockIn } from '../silence/hours.ts';
import {
  beginsTwice,
  isLate,
  LONGEST_HOURS,
  mayNote,
  overlaps,
  phaseOf,
  spanOf,
  standingOf,
} from './rules.ts';

const HOUR = 3_600_000;
const wall = (day: string, begins: string, finishes: string, fold: 'first' | 'second' = 'first') => ({
  ...{ day, begins, finishes, fold },
});
const instants = (span: ReturnType<typeof spanOf>) =>
  'problem' in span ? span : [span.startsAt.toISOString(), span.endsAt.toISOString()];

describe('when a session is', () => {
  it.each([
    ['an ordinary day', wall('2031-05-06', '09:00', '10:30'), ['2031-05-06T08:00Z', '2031-05-06T09:30Z']],
    ['over midnight', wall('2031-05-06', '23:00', '01:00'), ['2031-05-06T22:00Z', '2031-05-07T00:00Z']],
    // In Lisbon clocks go from 01:00 to 02:00 on 30 March 2031, and from 02:00 back to 01:00 on 26 October.
    ['over the gap', wall('2031-03-30', '00:30', '02:30'), ['2031-03-30T00:30Z', '2031-03-30T01:30Z']],
    ['the first of two', wall('2031-10-26', '01:15', '03:00'), ['2031-10-26T00:15Z', '2031-10-26T03:00Z']],
    [
      'the second of two',
      wall('2031-10-26', '01:15', '03:00', 'second'),
      ['2031-10-26T01:15Z', '2031-10-26T03:00Z'],
    ],
    [
      'an end that is earlier on the clock',
      wall('2031-10-26', '01:45', '01:15'),
      ['2031-10-26T00:45Z', '2031-10-26T01:15Z'],
    ],
  ])('%s', (_, when, expected) => {
    expect(instants(spanOf(when, 'Europe/Lisbon'))).toEqual(expected.map((at) => new Date(at).toISOString()));
  });

  it.each([
    ['a start the clocks skip', wall('2031-03-30', '01:30', '03:00'), 'begins', 'noSuchTime'],
    ['an end the clocks skip', wall('2031-03-30', '00:30', '01:30'), 'finishes', 'noSuchTime'],
    ['an end before the start', wall('2031-05-06', '15:00', '14:00'), 'finishes', 'tooLong'],
    ['no length', wall('2031-05-06', '15:00', '15:00'), 'finishes', 'tooLong'],
  ])('refuses %s', (_, when, field, problem) => {
    expect(spanOf(when, 'Europe/Lisbon')).toEqual({ field, problem });
  });

  const two = (value: number) => String(value).padStart(2, '0');
  const clocks = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
  const days = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const zones = fc.constantFrom(
    ...['UTC', 'Europe/Lisbon', 'America/St_Johns', 'Asia/Tbilisi', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  );

  it('shows what was typed on the clocks of its zone, and is of a sensible length', () => {
    fc.assert(
      fc.property(
        days,
        clocks,
        clocks,
        fc.constantFrom('first' as const, 'second' as const),
        zones,
        (...all) => {
          const [day, begins, finishes, fold, zone] = all;
          const span = spanOf({ day, begins, finishes, fold }, zone);
          if ('problem' in span) return;
          expect(dayIn(span.startsAt, zone)).toBe(day);
          expect([clockIn(span.startsAt, zone), clockIn(span.endsAt, zone)]).toEqual([begins, finishes]);
          expect(+span.endsAt - +span.startsAt).toBeGreaterThan(0);
          expect(+span.endsAt - +span.startsAt).toBeLessThanOrEqual(LONGEST_HOURS * HOUR);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('knows the hour that comes twice', () => {
    expect(beginsTwice({ day: '2031-10-26', begins: '01:15' }, 'Europe/Lisbon')).toBe(true);
    expect(beginsTwice({ day: '2031-10-25', begins: '01:15' }, 'Europe/Lisbon')).toBe(false);
  });
});

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ startsAt: new Date(start), endsAt: new Date(start + length) }));

it('says that two overlap exactly when they have an instant in common', () => {
  fc.assert(
    fc.property(stretch, stretch, (one, other) => {
      const ticks = ({ startsAt, endsAt }: typeof one) =>
        Array.from({ length: +endsAt - +startsAt }, (_, tick) => +startsAt + tick);
      const common = ticks(one).some((tick) => ticks(other).includes(tick));
      expect(overlaps(one, other)).toBe(common);
      expect(overlaps(other, one)).toBe(common);
    }),
  );
});

describe('where a learner stands', () => {
  const now = new Date('2031-05-06T12:00Z');
  const date = (hours: number, state: 'present' | 'absent' | 'excused' | null = null, cancelled = false) => ({
    startsAt: new Date(+now + hours * HOUR),
    endsAt: new Date(+now + (hours + 1) * HOUR),
    cancelledAt: cancelled ? now : null,
    state,
  });

  it('names what passed without them and what comes next', () => {
    const [over, missed, next, later] = [date(-9), date(-5, 'absent'), date(4), date(9)];
    expect(standingOf([later, next, missed, over], now)).toEqual({ attended: null, next, missed });
    expect(standingOf([date(2, null, true), later, over], now)).toEqual({
      ...{ attended: null, next: later, missed: over },
    });
    expect(standingOf([], now)).toEqual({ attended: null, next: null, missed: null });
  });

  it('is content with any one date', () => {
    const there = date(-9, 'present');
    expect(standingOf([there, date(-5, 'absent'), date(4)], now)).toEqual({
      ...{ attended: there, next: null, missed: null },
    });
  });

  it.each([
    ['ahead', date(1)],
    ['running', date(-0.5)],
    ['over', date(-1)],
    ['cancelled', date(1, null, true)],
  ] as const)('is %s', (phase, one) => expect(phaseOf(one, now)).toBe(phase));

  it('lets attendance be noted once people arrive, and asks why late', () => {
    expect([mayNote(date(0.4), now), mayNote(date(0.6), now), mayNote(date(-90), now)]).toEqual([
      ...[true, false, true],
    ]);
    expect(mayNote(date(-1, null, true), now)).toBe(false);
    expect(
      [null, new Date(+now - 23 * HOUR), new Date(+now - 25 * HOUR)].map((at) => isLate(at, now)),
    ).toEqual([false, false, true]);
  });
});
