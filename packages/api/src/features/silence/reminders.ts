import type { silenceNoticeKinds } from '@concord/db/schema/silence';
import { type SilenceEvent, silenceAt } from './rules.ts';

export type Reminder = { kind: (typeof silenceNoticeKinds)[number]; until: Date };

const HOUR_MS = 3_600_000;
const BEFORE = [
  ['hour', HOUR_MS],
  ['fourHours', 4 * HOUR_MS],
  ['day', 24 * HOUR_MS],
] as const;

/**
 * What the clock has given reason to tell of by now, the most pressing first: only that one is told, and all of them
 * are noted, so that a worker that slept does not tell three times at once. An end that was set less than a day ahead
 * has no notice of a day.
 */
export function remindersAt(events: readonly SilenceEvent[], now: Date): Reminder[] {
  const { state, expiresAt: until } = silenceAt(events, now);
  if (until === null) return [];
  if (state === 'adopted') return [{ kind: 'adopted', until }];
  if (state !== 'open') return [];
  const set = events.filter((event) => event.until !== null && +event.until === +until && +event.at <= +now);
  const setAt = Math.max(...set.map(({ at }) => +at));
  return BEFORE.filter(([, ms]) => +now >= +until - ms && setAt < +until - ms).map(([kind]) => ({
    kind,
    until,
  }));
}
