import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksToConfirm,
  isFinal,
  refusal,
  refuseOpening,
  type SilenceEvent,
  silenceAt,
  silentNation,
  type Wish,
} from './rules.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-24T09:00:00Z');
const at = (hours: number) => new Date(START + hours * HOUR);

let ids = 0;
const event = (kind: SilenceEvent['kind'], hours: number, more: Partial<SilenceEvent> = {}): SilenceEvent => {
  ids += 1;
  return { id: `e${String(ids).padStart(6, '0')}`, kind, at: at(hours), until: null, about: null, ...more };
};
const opened = () => event('open', 0, { until: at(72) });

describe('the end', () => {
  it('is half-open: a break one millisecond before stops it, one at the instant is too late', () => {
    const open = opened();
    const before = { ...event('break', 0), at: new Date(+at(72) - 1) };
    const exactly = event('break', 72);
    expect(silenceAt([open], new Date(+at(72) - 1)).state).toBe('open');
    expect(silenceAt([open], at(72))).toMatchObject({ state: 'adopted', since: at(72) });
    expect(silenceAt([open, before], at(100)).state).toBe('broken');
    expect(silenceAt([open, exactly], at(100)).state).toBe('adopted');
    const now = silenceAt([open], at(72));
    expect(refusal(now, { kind: 'break' }, at(72))).toBe('tooLate');
    expect(refusal(now, { kind: 'lateNotice' }, at(72))).toBeNull();
  });

  it('knows no leap second: 72 hours are as many seconds over one as over any other night', () => {
    const over = (from: string) => {
      const [begun, end] = [new Date(from), new Date(Date.parse(from) + 72 * HOUR)];
      const open = { ...event('open', 0), at: begun, until: end };
      const late = { ...event('break', 0), at: end };
      return [silenceAt([open, { ...late, at: new Date(+end - 1) }], end), silenceAt([open, late], end)];
    };
    // The last leap second, 23:59:60 on 31 December 2016, and the same night a year later.
    for (const from of ['2016-12-30T12:00:00Z', '2017-12-30T12:00:00Z'])
      expect(over(from).map(({ state }) => state)).toEqual(['broken', 'adopted']);
  });

  it('counts two breaks of one instant, whichever row comes first', () => {
    const open = opened();
    const [one, other] = [event('break', 10), event('break', 10)];
    expect(silenceAt([open, one, other], at(11)).liveBreaks).toEqual([one.id, other.id]);
    expect(silenceAt([other, open, one], at(11))).toEqual(silenceAt([open, one, other], at(11)));
  });

  it('takes further breaks up to the end in force, so that concerns come at once', () => {
    const events = [opened(), event('extend', 10, { until: at(96) }), event('break', 20)];
    const broken = silenceAt(events, at(80));
    expect(refusal(broken, { kind: 'break' }, at(80))).toBeNull();
    expect(refusal(broken, { kind: 'break' }, at(96))).toBe('tooLate');
  });

  it('stops nothing by a request to extend, a receipt or an early word of no objection', () => {
    const events = [opened(), event('requestExtension', 5), event('acknowledge', 6)];
    expect(silenceAt(events, at(71)).state).toBe('open');
    expect(silenceAt(events, at(72)).state).toBe('adopted');
    expect(silentNation('open')).toBe('nothingSaid');
    expect(silentNation('broken')).toBe('nothingSaid');
    expect(silentNation('adopted')).toBe('noObjectionBySilence');
  });
});

describe('after a break', () => {
  it('goes on only by the chair, with no break standing and time to look again', () => {
    const open = opened();
    const broke = event('break', 10);
    const lift = event('lift', 12, { about: broke.id });
    const wish = { kind: 'resume' as const, until: at(72), earliest: at(20) };
    expect(refusal(silenceAt([open, broke], at(12)), wish, at(12))).toBe('stillBroken');
    const lifted = silenceAt([open, broke, lift], at(13));
    expect(lifted.state).toBe('broken');
    expect(refusal(lifted, wish, at(13))).toBeNull();
    expect(refusal(lifted, { ...wish, until: at(71) }, at(13))).toBe('resumeTooSoon');
    expect(refusal(lifted, { ...wish, earliest: at(80), until: at(79) }, at(13))).toBe('resumeTooSoon');
    const resumed = silenceAt([open, broke, lift, event('resume', 14, { until: at(72) })], at(72));
    expect(resumed).toMatchObject({ state: 'adopted', since: at(72) });
  });

  it('is never adopted by a lift after the end', () => {
    const open = opened();
    const broke = event('break', 10);
    const broken = silenceAt([open, broke], at(73));
    expect(refusal(broken, { kind: 'lift' }, at(73))).toBe('liftLate');
    const late = silenceAt([open, broke, event('lateLift', 73, { about: broke.id })], at(90));
    expect(late).toMatchObject({ state: 'broken', liveBreaks: [], liftedLate: true });
    const wish = { kind: 'resume' as const, until: at(200), earliest: at(90) };
    expect(refusal(late, wish, at(90))).toBe('liftedLate');
    for (const kind of ['refer', 'lapse', 'supersede'] as const)
      expect(refusal(late, { kind }, at(90))).toBeNull();
    expect(refusal(late, { kind: 'withdraw' }, at(90))).toBe('withdrawLate');
    expect(asksToConfirm(late)).toBe(true);
  });
});

describe('before it opens', () => {
  it('can be refused as a method, and then goes to a meeting', () => {
    const announced = [event('announce', 0, { until: at(80) })];
    expect(refusal(silenceAt(announced, at(1)), { kind: 'objectToMethod' }, at(1))).toBeNull();
    expect(silenceAt([...announced, event('objectToMethod', 1)], at(2)).state).toBe('withdrawn');
    const open = silenceAt([...announced, event('open', 2, { until: at(80) })], at(3));
    expect(refusal(open, { kind: 'objectToMethod' }, at(3))).toBe('methodOver');
  });

  it('asks for the whole minimum, in hours that pass', () => {
    const draft = silenceAt([], at(0));
    const wish = { now: at(0), minimumHours: 72 };
    expect(refuseOpening(draft, { ...wish, until: new Date(+at(72) - 1) })).toBe('tooShort');
    expect(refuseOpening(draft, { ...wish, until: at(72) })).toBeNull();
    expect(refuseOpening(silenceAt([opened()], at(1)), { ...wish, until: at(200) })).toBe('begun');
  });
});

describe('two procedures as they were', () => {
  it('one State breaks for six over one phrase, the words are worked anew, and the second version is adopted', () => {
    const first = [opened(), event('break', 70)];
    expect(silenceAt(first, at(71)).state).toBe('broken');
    const ended = silenceAt([...first, event('supersede', 94)], at(95));
    expect(ended.state).toBe('superseded');
    expect(refusal(ended, { kind: 'resume', until: at(200), earliest: at(100) }, at(96))).toBe('final');
    expect(silenceAt([event('open', 94, { until: at(166) })], at(166)).state).toBe('adopted');
  });

  it('three nations break and the matter moves to another table', () => {
    const broken = [opened(), event('break', 20), event('break', 21), event('break', 22)];
    const moved = silenceAt([...broken, event('refer', 30)], at(80));
    expect(moved).toMatchObject({ state: 'referred', since: at(30) });
    expect(moved.liveBreaks).toHaveLength(3);
  });
});

const kinds = [
  'announce',
  'objectToMethod',
  'open',
  'acknowledge',
  'break',
  'lateNotice',
  'requestExtension',
  'extend',
  'lift',
  'lateLift',
  'resume',
  'supersede',
  'refer',
  'withdraw',
  'lapse',
] as const;
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  after: fc.integer({ min: 0, max: 40 }),
  span: fc.integer({ min: -10, max: 100 }),
});

/** Lets people try whatever they like, in order; only what is not refused happens. */
function play(steps: readonly { kind: (typeof kinds)[number]; after: number; span: number }[]) {
  const events: SilenceEvent[] = [];
  let hours = 0;
  for (const { kind, after, span } of steps) {
    hours += after;
    const silence = silenceAt(events, at(hours));
    const until =
      kind === 'open' || kind === 'extend' || kind === 'resume' || kind === 'announce'
        ? at(hours + span)
        : null;
    const refused =
      until && kind === 'open'
        ? refuseOpening(silence, { until, minimumHours: 24, now: at(hours) })
        : refusal(silence, { kind, until, earliest: at(hours + 4) } as Wish, at(hours));
    if (refused !== null) continue;
    const about = kind === 'lift' || kind === 'lateLift' ? (silence.liveBreaks[0] ?? 'none') : null;
    events.push(event(kind, hours, { until, about }));
  }
  return { events, hours };
}

describe('whatever people try', () => {
  const histories = fc.array(step, { maxLength: 30 }).map(play);

  it('is adopted only where no break stood at its end (I1), at that end', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 500 }), ({ events, hours }, more) => {
        const silence = silenceAt(events, at(hours + more));
        if (silence.state !== 'adopted') return;
        const end = +(silence.expiresAt ?? 0);
        expect(+(silence.since ?? 0)).toBe(end);
        const lifted = new Set(
          events.filter(({ kind, at: when }) => kind === 'lift' && +when < end).map(({ about }) => about),
        );
        const standing = events.filter(
          ({ kind, id, at: when }) => kind === 'break' && +when < end && !lifted.has(id),
        );
        expect(standing).toEqual([]);
        expect(events.some(({ kind }) => kind === 'open')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('depends on rows and clock alone, however the rows are read (I2)', () => {
    fc.assert(
      fc.property(histories, fc.func(fc.integer()), ({ events, hours }, order) => {
        const shuffled = [...events].sort((one, other) => order(one.id) - order(other.id));
        expect(silenceAt(shuffled, at(hours))).toEqual(silenceAt(events, at(hours)));
      }),
    );
  });

  it('counts no votes (I4): one break of many nations stops it, and nobody has to speak for it', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(count, count, count, (breaks, receipts, lifted) => {
        const made = Array.from({ length: breaks }, () => event('break', 20));
        const spoken = Array.from({ length: receipts }, () => event('acknowledge', 10));
        const lifts = made.slice(0, lifted).map(({ id }) => event('lift', 30, { about: id }));
        const silence = silenceAt([opened(), ...spoken, ...made, ...lifts], at(200));
        expect(silence.state).toBe(breaks === 0 ? 'adopted' : 'broken');
        expect(silence.liveBreaks).toHaveLength(Math.max(0, breaks - lifted));
      }),
    );
  });

  it('moves its end later only, and never leaves a final state (I8)', () => {
    fc.assert(
      fc.property(histories, ({ events, hours }) => {
        const expiries = silenceAt(events, at(hours)).expiries.map(Number);
        expect(expiries).toEqual([...expiries].sort((one, other) => one - other));
        let final: string | null = null;
        for (let now = 0; now <= hours + 300; now += 7) {
          const seen = silenceAt(
            events.filter((one) => +one.at <= +at(now)),
            at(now),
          ).state;
          if (final !== null) expect(seen).toBe(final);
          if (isFinal(seen)) final = seen;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not end sooner for a word of no objection, a receipt or a request (I6)', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 300 }), ({ events }, now) => {
        const quiet = events.filter(
          ({ kind }) => !['acknowledge', 'requestExtension', 'lateNotice'].includes(kind),
        );
        expect(silenceAt(quiet, at(now))).toEqual(silenceAt(events, at(now)));
      }),
    );
  });
});
