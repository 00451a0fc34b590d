/** Something with a date, as a calendar shows it. */
export type Entry = {
  /** Stays the same as long as the thing does, so that a program moves it and does not double it. */
  uid: string;
  kind: 'deadline' | 'work' | 'quizCloses' | 'session' | 'cohort' | 'meeting' | 'exercise' | 'conference';
  start: Date;
  end: Date;
  /** IANA name: the zone it is told in. */
  zone: string;
  /** What it is of; null where that may not stand in a calendar. */
  title: string | null;
  place: string;
  /** Below the portal's address. */
  path: `/${string}`;
  /** What else is said of it: where to join, what its host wrote. */
  details?: string;
  /** How often it was changed (RFC 5545, 3.8.7.4). */
  sequence?: number;
  cancelled?: boolean;
};

/** How long before a deadline its entry begins: an entry without length is not seen in many calendars. */
export const DEADLINE_MINUTES = 30;

/** The stretch in which a deadline is shown: it ends at the deadline. */
export function untilDeadline(at: Date): { start: Date; end: Date } {
  return { start: new Date(at.getTime() - DEADLINE_MINUTES * 60_000), end: at };
}

/** The years for which a calendar needs the zones' clocks. */
export function spanOf(entries: readonly Entry[], now: Date): { from: Date; until: Date } {
  const times = entries.flatMap(({ start, end }) => [start.getTime(), end.getTime()]);
  return {
    from: new Date(Math.min(now.getTime(), ...times)),
    until: new Date(Math.max(now.getTime(), ...times)),
  };
}

type Words = Record<Entry['kind'] | 'hidden' | 'name', string>;

/** The calendar's own words; what something is called comes from the course. */
export const words: Record<'en' | 'fr', Words> = {
  en: {
    name: 'Concord',
    hidden: 'Something is due in Concord',
    deadline: 'Due: {title}',
    work: 'Hand in: {title}',
    quizCloses: 'Quiz closes: {title}',
    session: 'Session: {title}',
    cohort: 'Begins: {title}',
    meeting: 'Meeting: {title}',
    exercise: 'Exercise: {title}',
    conference: 'Planning: {title}',
  },
  fr: {
    name: 'Concord',
    hidden: 'Une échéance dans Concord',
    deadline: 'À terminer\u00a0: {title}',
    work: 'À rendre\u00a0: {title}',
    quizCloses: 'Fin du quiz\u00a0: {title}',
    session: 'Séance\u00a0: {title}',
    cohort: 'Début\u00a0: {title}',
    meeting: 'Réunion\u00a0: {title}',
    exercise: 'Exercice\u00a0: {title}',
    conference: 'Préparation\u00a0: {title}',
  },
};

/** An entry's line in a calendar. */
export function summaryOf({ kind, title }: Pick<Entry, 'kind' | 'title'>, locale: 'en' | 'fr'): string {
  return title === null ? words[locale].hidden : words[locale][kind].replace('{title}', () => title);
}
