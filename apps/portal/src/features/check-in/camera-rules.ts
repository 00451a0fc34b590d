/** What the camera saw last, and when: milliseconds. */
export type Seen = { value: string; at: number } | null;

/** For so long a code that stays before the camera is one showing of it. */
export const SAME_MS = 2_500;

/**
 * What a look of the camera makes of the last one: whether what it sees is shown anew, and what to remember. The same code
 * is shown again once it was away for a while; two looks at one badge are one.
 */
export function look(last: Seen, value: string | null, now: number): { shown: string | null; last: Seen } {
  if (value === null) return { shown: null, last };
  const same = last?.value === value && now - last.at < SAME_MS;
  return { shown: same ? null : value, last: { value, at: now } };
}
