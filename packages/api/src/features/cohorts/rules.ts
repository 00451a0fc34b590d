/** Why a person got a seat in a cohort, or did not. */
export type SeatReason = 'given' | 'already' | 'ended' | 'partyWithoutSeats' | 'seatsTaken';

export type SeatLine = { personId: string; partyId: string; reason: SeatReason };

/** The first party whose seats would be fewer than the people who hold them, or null. */
export function seatsBelowHolders(
  seats: ReadonlyMap<string, number>,
  holders: readonly { partyId: string }[],
): { partyId: string; seats: number; holders: number } | null {
  const taken = new Map<string, number>();
  for (const { partyId } of holders) taken.set(partyId, (taken.get(partyId) ?? 0) + 1);
  for (const [partyId, count] of taken) {
    const allowed = seats.get(partyId) ?? 0;
    if (allowed < count) return { partyId, seats: allowed, holders: count };
  }
  return null;
}

export type MemberState = 'notEnrolled' | 'notStarted' | 'underWay' | 'completed' | 'overdue';

export type MemberPath = {
  enrolled: boolean;
  completedAt: Date | null;
  dueAt: Date | null;
  started: boolean;
};

/** Where a member stands at an instant. What is past its deadline is overdue, started or not. */
export function memberState(path: MemberPath, now: Date): MemberState {
  if (!path.enrolled) return 'notEnrolled';
  if (path.completedAt !== null) return 'completed';
  if (path.dueAt !== null && path.dueAt < now) return 'overdue';
  return path.started ? 'underWay' : 'notStarted';
}

/** The order in which states are listed and drawn. */
export const memberStates: readonly MemberState[] = [
  'completed',
  'underWay',
  'notStarted',
  'overdue',
  'notEnrolled',
];

/** How many members stand where. */
export function totals(states: readonly MemberState[]): Record<MemberState, number> {
  const count = { notEnrolled: 0, notStarted: 0, underWay: 0, completed: 0, overdue: 0 };
  for (const state of states) count[state] += 1;
  return count;
}

/** What is wrong with a cohort's dates, or null. */
export function datesProblem(startsAt: Date, dueAt: Date | null): 'dueBeforeStart' | null {
  return dueAt !== null && dueAt <= startsAt ? 'dueBeforeStart' : null;
}

/** Whether a message is for a member: for everybody, who has not begun, or who is past the deadline. */
export function isAddressed(
  member: MemberPath,
  audience: 'all' | 'notBegun' | 'overdue',
  now: Date,
): boolean {
  if (audience === 'all') return true;
  if (audience === 'overdue') return memberState(member, now) === 'overdue';
  return member.completedAt === null && !(member.enrolled && member.started);
}

/** A text in the reader's language where it was written in it, else in the one it was written in. */
export function textFor<Words extends object>(
  written: { en: Words | null; fr: Words | null },
  locale: string,
): Words & { language: 'en' | 'fr' } {
  const [wanted, other] = locale === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  const [language, words] = written[wanted] ? [wanted, written[wanted]] : [other, written[other]];
  if (words === null) throw new Error('A text was kept in no language.');
  return { ...words, language };
}

/** What is wrong with an activity's last day in a cohort, or null. */
export function deadlineProblem(
  dueAt: Date,
  cohort: { startsAt: Date; dueAt: Date | null },
): 'deadlineBeforeStart' | 'deadlineAfterCohort' | null {
  if (dueAt <= cohort.startsAt) return 'deadlineBeforeStart';
  return cohort.dueAt !== null && dueAt > cohort.dueAt ? 'deadlineAfterCohort' : null;
}

/** The activities whose last day differs between two sets of them. */
export function changedDeadlines(
  before: ReadonlyMap<string, Date>,
  after: ReadonlyMap<string, Date>,
): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key)?.getTime() !== after.get(key)?.getTime());
}
