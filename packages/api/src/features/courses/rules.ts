import type { ActivityKind } from '@concord/db/enums';

/** Text by BCP 47 language. */
type ByLanguage = Readonly<Record<string, string>>;

/** The first of the languages wished for that there is; else the language the course was written in. */
export function pickLanguage(
  wishes: readonly (string | null | undefined)[],
  languages: readonly string[],
  source: string,
): string {
  return wishes.find((wish): wish is string => wish != null && languages.includes(wish)) ?? source;
}

/** A title in a language, else in the course's own, else in whichever there is. */
export function titleIn(titles: ByLanguage, language: string, source: string): string {
  return titles[language] ?? titles[source] ?? Object.values(titles)[0] ?? '';
}

/** An activity as the outline of a course shows it. */
export type OutlineActivity = {
  id: string;
  key: string;
  kind: ActivityKind;
  title: string;
  minutes: number;
  questions: number;
  required: boolean;
  seen: boolean;
  anchor: string | null;
  /** Its own last day for the person, where it has one. */
  dueAt: string | null;
  completed: boolean;
  /** It may not be opened yet: something before it is not done, or the course asks for another. */
  locked: boolean;
};

export type OutlineUnit = { id: string; title: string; activities: OutlineActivity[] };

export type Progress = { done: number; total: number; minutesLeft: number };

/** How far a person has come, and how many minutes of reading lie ahead. */
export function progressOf(activities: readonly OutlineActivity[]): Progress {
  const left = activities.filter(({ completed }) => !completed);
  return {
    done: activities.length - left.length,
    total: activities.length,
    minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** Where "continue" leads: an activity, and the place in it. */
export type Place = { key: string; anchor: string | null };

/**
 * Where a person goes on: the activity last opened while it is not done, at the place last read; after it is done,
 * the next that is not and is open; then whatever was left out before; when all is done, the beginning.
 */
export function nextPlace(activities: readonly OutlineActivity[], lastId: string | null): Place | null {
  const last = activities.findIndex(({ id }) => id === lastId);
  const inOrder = last < 0 ? activities : [...activities.slice(last), ...activities.slice(0, last)];
  const next = inOrder.find(({ completed, locked }) => !completed && !locked) ?? activities[0];
  return next ? { key: next.key, anchor: next.completed ? null : next.anchor } : null;
}

/** The activity before and after one, over the bounds of units, and where it stands. */
export function neighbours<Item extends { key: string }>(activities: readonly Item[], key: string) {
  const index = activities.findIndex((activity) => activity.key === key);
  return {
    position: index + 1,
    previous: (index > 0 && activities[index - 1]) || null,
    next: (index >= 0 && activities[index + 1]) || null,
  };
}

/** The words of a search, at most eight. */
export function searchWords(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).slice(0, 8);
}
