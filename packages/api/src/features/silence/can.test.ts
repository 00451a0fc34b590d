import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Can, canNow, type Standing } from './can.ts';
import { refusal, type SilenceEvent, silenceAt } from './rules.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-24T09:00:00Z');
const at = (hours: number) => new Date(START + hours * HOUR);
const event = (
  kind: SilenceEvent['kind'],
  hours: number,
  more: Partial<SilenceEvent> = {},
): SilenceEvent => ({ id: `${kind}${hours}`, kind, at: at(hours), until: null, about: null, ...more });
const opened = event('open', 0, { until: at(72) });
const broke = event('break', 10);

const nobody: Standing = {
  ...{ lead: false, chair: false, delegated: false, mayBreak: false, mayTake: false },
  ...{ bound: false, acknowledged: false, ownLive: false, ownLetter: false },
};
const head: Standing = { ...nobody, delegated: true, mayBreak: true, mayTake: true, bound: true };
const chair: Standing = { ...nobody, lead: true, chair: true };
const secretary: Standing = { ...nobody, lead: true };

const can = (events: SilenceEvent[], hours: number, standing: Standing): Can[] =>
  canNow(silenceAt(events, at(hours)), at(hours), standing, { sameAdopted: false }).sort();

describe('what a person may do', () => {
  it.each([
    ['nothing runs: chair', [], 1, chair, ['announce', 'open']],
    ['nothing runs: secretariat', [], 1, secretary, ['announce']],
    ['nothing runs: a nation', [], 1, head, []],
    ['announced: a nation', [event('announce', 0, { until: at(80) })], 1, head, ['objectToMethod']],
    ['announced: chair', [event('announce', 0, { until: at(80) })], 1, chair, ['open', 'withdraw']],
    ['open: a nation', [opened], 1, head, ['acknowledge', 'break', 'noObjection', 'requestExtension']],
    [
      'open: without the power',
      [opened],
      1,
      { ...head, mayBreak: false, mayTake: false },
      ['acknowledge', 'requestExtension'],
    ],
    ['open: a nation it does not bind', [opened], 1, { ...head, bound: false }, []],
    ['open: chair', [opened], 1, chair, ['enterLetter', 'extend', 'withdraw']],
    ['open: secretariat', [opened], 1, secretary, ['enterLetter']],
    ['broken: another nation', [opened, broke], 11, head, ['break']],
    ['broken: the nation itself', [opened, broke], 11, { ...head, ownLive: true }, ['lift']],
    [
      'broken by letter',
      [opened, broke],
      11,
      { ...head, ownLive: true, ownLetter: true },
      ['confirmLetter', 'lift'],
    ],
    ['broken: chair', [opened, broke], 11, chair, ['enterLetter', 'lapse', 'refer', 'withdraw']],
    ['broken past the end: a nation', [opened, broke], 80, head, []],
    ['broken past the end: chair', [opened, broke], 80, chair, ['lapse', 'refer']],
    [
      'lifted: chair',
      [opened, broke, event('lift', 12, { about: broke.id })],
      13,
      chair,
      ['enterLetter', 'lapse', 'refer', 'resume', 'withdraw'],
    ],
    [
      'lifted late: chair',
      [opened, broke, event('lateLift', 80, { about: broke.id })],
      81,
      chair,
      ['confirmAnew', 'lapse', 'refer'],
    ],
  ] as [string, SilenceEvent[], number, Standing, Can[]][])('%s', (_, events, hours, standing, expected) =>
    expect(can(events, hours, standing)).toEqual(expected),
  );

  it('once adopted is nothing for that version', () => {
    const adopted = silenceAt([opened], at(73));
    expect(canNow(adopted, at(73), chair, { sameAdopted: true })).toEqual([]);
  });

  it('never offers an act that would be refused', () => {
    const hours = fc.integer({ min: 0, max: 100 });
    const events = fc.subarray([opened, broke, event('lift', 12, { about: broke.id }), event('refer', 50)]);
    fc.assert(
      fc.property(events, hours, (chosen, now) => {
        const silence = silenceAt(chosen, at(now));
        for (const act of ['acknowledge', 'break', 'objectToMethod', 'requestExtension'] as const)
          if (can(chosen, now, head).includes(act))
            expect(refusal(silence, { kind: act }, at(now))).toBeNull();
        for (const act of ['withdraw', 'refer', 'lapse'] as const)
          if (can(chosen, now, chair).includes(act))
            expect(refusal(silence, { kind: act }, at(now))).toBeNull();
      }),
    );
  });
});
