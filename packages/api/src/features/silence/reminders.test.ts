import { describe, expect, it } from 'vitest';
import { remindersAt } from './reminders.ts';
import type { SilenceEvent } from './rules.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-24T09:00:00Z');
const at = (hours: number) => new Date(START + hours * HOUR);
const event = (
  id: string,
  kind: SilenceEvent['kind'],
  hours: number,
  more: Partial<SilenceEvent> = {},
): SilenceEvent => ({ id, kind, at: at(hours), until: null, about: null, ...more });
const open = event('a', 'open', 0, { until: at(72) });
const kinds = (events: SilenceEvent[], hours: number) =>
  remindersAt(events, at(hours)).map(({ kind }) => kind);

describe('what the clock gives reason to tell', () => {
  it.each([
    [47.9, []],
    [48, ['day']],
    [68, ['fourHours', 'day']],
    [71, ['hour', 'fourHours', 'day']],
    [72, ['adopted']],
  ] as const)('after %d of 72 hours: %j', (hours, expected) =>
    expect(kinds([open], hours)).toEqual(expected),
  );

  it('leaves out what was past when the end was set', () => {
    const crisis = event('a', 'open', 0, { until: at(4) });
    expect(kinds([crisis], 1)).toEqual([]);
    expect(kinds([crisis], 3)).toEqual(['hour']);
  });

  it('begins anew with a later end, and says nothing of a broken one', () => {
    const extended = event('b', 'extend', 60, { until: at(100) });
    expect(kinds([open, extended], 71)).toEqual([]);
    expect(kinds([open, extended], 76)).toEqual(['day']);
    expect(kinds([open, event('b', 'break', 50)], 71)).toEqual([]);
    expect(kinds([open, event('b', 'break', 50)], 90)).toEqual([]);
    expect(kinds([], 1)).toEqual([]);
  });
});
