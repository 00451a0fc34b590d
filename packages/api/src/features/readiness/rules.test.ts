import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonthsToDay, dayIn, endOfDay } from '../../days.ts';
import {
  type Asked,
  askedOf,
  type Cell,
  cellOf,
  type Evidence,
  isMet,
  nextStep,
  notNeeded,
  standingOf,
  totalsOf,
} from './rules.ts';

const at = (iso: string) => Date.parse(iso);
const now = at('2026-11-24T08:15:00Z');
const asked: Asked = { now, at: now, soonBefore: at('2027-01-24T00:00:00Z'), graceUntil: null };
const none: Evidence = { held: null, path: null };
const path = { started: true, done: 2, total: 3, failedAt: null, dueAt: null };
const held = (iso: string | null, retake = false) => ({ until: iso === null ? null : at(iso), retake });

describe('a cell', () => {
  const table: [string, Evidence, Partial<Asked>, Partial<Cell>][] = [
    ['ready for ever', { ...none, held: held(null) }, {}, { state: 'ready', step: 'none' }],
    ['ready until', { ...none, held: held('2028-03-03') }, {}, { state: 'ready', at: at('2028-03-03') }],
    ['ends soon', { ...none, held: held('2026-12-20') }, {}, { state: 'endsSoon', step: 'renew' }],
    [
      'ends soon, renewal begun',
      { held: held('2026-12-20'), path },
      {},
      { state: 'endsSoon', step: 'continue' },
    ],
    [
      'ends before the day',
      { ...none, held: held('2026-12-20') },
      { at: at('2026-12-24') },
      { state: 'endsBefore' },
    ],
    ['2 of 3 units', { ...none, path }, {}, { state: 'underWay', done: 2, total: 3, step: 'continue' }],
    [
      'failed',
      { ...none, path: { ...path, failedAt: at('2026-11-18') } },
      {},
      { state: 'failed', step: 'retry' },
    ],
    ['expired', { ...none, held: held('2026-11-01') }, {}, { state: 'expired', step: 'renew' }],
    [
      'a newer version asks',
      { ...none, held: held('2026-11-01', true) },
      {},
      { state: 'expired', retake: true },
    ],
    [
      'enrolled only',
      { ...none, path: { ...path, started: false } },
      {},
      { state: 'notStarted', step: 'begin' },
    ],
    ['nothing', none, {}, { state: 'notStarted', step: 'begin', grace: false }],
    ['a newcomer', none, { graceUntil: now + 1 }, { state: 'notStarted', grace: true, at: now + 1 }],
  ];
  it.each(table)('%s', (_, evidence, when, wanted) => {
    expect(cellOf('credential', evidence, { ...asked, ...when })).toMatchObject(wanted);
  });

  it('of a clearance waits for the security officer', () => {
    expect(cellOf('attestation', none, asked)).toMatchObject({ state: 'notStarted', step: 'attest' });
    expect(cellOf('attestation', { ...none, held: held('2026-11-01') }, asked).step).toBe('attest');
  });

  it('gets no better as time goes on and nothing is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(400), fc.nat(400), (end, first, more) => {
        const evidence = { ...none, held: { until: now + end * 86_400_000, retake: false } };
        const on = (days: number) =>
          isMet(
            cellOf('credential', evidence, {
              ...asked,
              at: now + days * 86_400_000,
              now: now + days * 86_400_000,
            }).state,
          );
        expect(on(first) || !on(first + more)).toBe(true);
      }),
    );
  });
});

describe('people', () => {
  const cell = (state: Cell['state'], step: Cell['step'] = 'none'): Cell => ({ ...notNeeded, state, step });
  it('are ready, one step away, or more', () => {
    expect(standingOf(['ready', 'endsSoon', 'notNeeded']).standing).toBe('ready');
    expect(standingOf(['ready', 'failed']).standing).toBe('oneStep');
    expect(standingOf(['expired', 'failed'])).toMatchObject({
      standing: 'moreSteps',
      missing: 2,
    });
    expect(standingOf(['notNeeded']).standing).toBe('notConcerned');
  });

  it('have one next step, their own before the officer’s', () => {
    const items = [
      { key: 'clearance', cell: cell('expired', 'attest') },
      { key: 'renew', cell: cell('endsSoon', 'renew') },
      { key: 'go on', cell: cell('underWay', 'continue') },
    ];
    expect(nextStep(items)?.key).toBe('go on');
    expect(nextStep([{ cell: cell('ready') }])).toBeNull();
  });

  it('add up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ready', 'oneStep', 'moreSteps', 'notConcerned')), (all) => {
        const sum = totalsOf(all.map((standing) => ({ standing: standing as 'ready', soon: 0 })));
        expect(sum.ready + sum.oneStep + sum.moreSteps + sum.notConcerned).toBe(all.length);
      }),
    );
  });
});

describe('days', () => {
  const zones = fc.constantFrom(
    'Europe/Brussels',
    'Europe/Helsinki',
    'America/Halifax',
    'Pacific/Apia',
    'UTC',
  );
  it('a year from 29 February ends with 28 February, wherever it is read', () => {
    expect(addMonthsToDay('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonthsToDay('2028-02-29', 48)).toBe('2032-02-29');
    expect(endOfDay('2029-02-28', 'Europe/Brussels').toISOString()).toBe('2029-02-28T22:59:59.000Z');
  });

  it('end at their last second in every zone, over changes of the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), zones, (days, zone) => {
        const day = addDays('2012-01-01', days);
        const end = endOfDay(day, zone);
        expect(dayIn(end, zone)).toBe(day);
        expect(dayIn(new Date(end.getTime() + 1000), zone)).toBe(addDays(day, 1));
      }),
    );
  });

  it('what ends soon does not depend on the hour of asking', () => {
    const facts = { validOn: null, renewalDays: 60, graceDays: 0 };
    const zone = 'Europe/Brussels';
    const morning = askedOf(facts, null, { now: new Date('2026-11-24T06:00:00Z'), zone });
    const evening = askedOf(facts, null, { now: new Date('2026-11-24T22:30:00Z'), zone });
    expect(morning.soonBefore).toBe(evening.soonBefore);
  });
});
