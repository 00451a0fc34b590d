/** The charts of a dashboard, in the order they are shown; each has its table. */
export const charts = ['progress', 'due', 'weeks', 'units', 'results', 'questions'] as const;
export type Chart = (typeof charts)[number];

/** What a path has come to; each stage holds the ones after it. */
export const stages = ['seated', 'enrolled', 'begun', 'half', 'complete', 'passed'] as const;
export type Stage = (typeof stages)[number];

/** When an open path is due, seen from now: the longest overdue first. */
export const spans = ['overLong', 'overWeeks', 'overWeek', 'week', 'weeks', 'later', 'none'] as const;
export type Span = (typeof spans)[number];

/** Whether what is due then is late already. */
export const isOverdue = (span: Span): boolean => span.startsWith('over');

const WEEK = 7 * 86_400_000;
const MOST_WEEKS = 26;

export type Week = { week: string; enrolled: number; completed: number };

/** The last half year up to now without holes: a week in which nothing happened stands there with noughts. */
export function wholeWeeks(found: readonly Week[], now: Date, most = MOST_WEEKS): Week[] {
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return [];
  const known = new Map(found.map((one) => [Date.parse(one.week), one]));
  const newest = Date.parse(last.week);
  const end = newest + Math.max(0, Math.floor((now.getTime() - newest) / WEEK)) * WEEK;
  const begin = Math.max(Date.parse(first.week), end - (most - 1) * WEEK);
  const count = Math.round((end - begin) / WEEK) + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = begin + index * WEEK;
    return known.get(at) ?? { week: new Date(at).toISOString(), enrolled: 0, completed: 0 };
  });
}

/** Who enrolled and who finished before the first week that is shown: what the sums of the weeks start from. */
export function earlierThan(shown: readonly Week[], found: readonly Week[]): Omit<Week, 'week'> {
  const first = Date.parse(shown[0]?.week ?? '');
  const earlier = found.filter(({ week }) => Date.parse(week) < first);
  const sum = (of: 'enrolled' | 'completed') => earlier.reduce((total, week) => total + week[of], 0);
  return { enrolled: sum('enrolled'), completed: sum('completed') };
}

/** A part of a whole in per cent, rounded so that neither none nor all is said of some. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
