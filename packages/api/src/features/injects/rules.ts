import { injectStatuses, injectTriggers } from '@concord/db/enums';

/** What can be chosen for an inject. */
export const triggers = injectTriggers;
export const statuses = injectStatuses;
export type InjectTrigger = (typeof triggers)[number];
export type InjectStatus = (typeof statuses)[number];

/** What an inject says; sealed where it lies. */
export type InjectContent = {
  title: string;
  text: string;
  /** Who sends it in the play. */
  from: string;
  /** For whom in the team: a role. */
  attention: string;
  /** By what it comes: mail, telephone, the press. */
  means: string;
  /** What control hopes the team does. Never shown to a team. */
  expected: string;
};

/** Where an inject stands in the list. */
export type InjectFacts = {
  move: number;
  storylineId: string | null;
  /** Minutes of exercise time after its beginning. */
  minute: number;
  trigger: InjectTrigger;
  teamIds: string[];
  objectiveId: string | null;
  afterId: string | null;
  responsibleId: string | null;
  status: InjectStatus;
};

/** An inject whole. */
export type Inject = { id: string; number: number } & InjectFacts & InjectContent;

export const contentFields = ['title', 'text', 'from', 'attention', 'means', 'expected'] as const;
export const emptyContent: InjectContent = {
  ...{ title: '', text: '', from: '', attention: '', means: '', expected: '' },
};
export const emptyFacts: InjectFacts = {
  ...{ move: 1, storylineId: null, minute: 0, trigger: 'clock', teamIds: [], objectiveId: null },
  ...{ afterId: null, responsibleId: null, status: 'draft' },
};

/** Earliest and latest exercise time an inject can name, in minutes. */
export const MINUTES = { first: -20_160, last: 525_600 };

/** Exercise time in words: "+26:15" after the beginning, "-0:30" before it. */
export function exerciseTime(minute: number): string {
  const all = Math.abs(minute);
  return `${minute < 0 ? '-' : '+'}${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}

/** Reads exercise time as planners type it: "26:15", "+1:05", "-0:30", "1d 2:15", "1j 2:15"; null where it is none. */
export function readExerciseTime(typed: string): number | null {
  const found = /^([+\-−]?)\s*(?:(\d{1,3})\s*[dj]\s*)?(\d{1,4})[:h](\d{2})$/i.exec(typed.trim());
  if (!found) return null;
  const [, sign, days = '0', hours = '0', minutes = '0'] = found;
  if (Number(minutes) > 59) return null;
  const all = (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
  const minute = sign === '-' || sign === '−' ? 0 - all : all;
  return minute >= MINUTES.first && minute <= MINUTES.last ? minute : null;
}

/** The instant of a minute of exercise time, while the clock has run since the beginning without a stop. */
export function plannedAt(startsAt: Date, minute: number): Date {
  return new Date(startsAt.getTime() + minute * 60_000);
}

/** In the order they come: by exercise time, then by number. */
export function inOrder<One extends { minute: number; number: number }>(injects: readonly One[]): One[] {
  return [...injects].sort((a, b) => a.minute - b.minute || a.number - b.number);
}

/** What the list is narrowed to; each of them as the address has it. */
export type InjectFilter = {
  storyline?: string;
  team?: string;
  objective?: string;
  status?: string;
  responsible?: string;
  words?: string;
};

/** The injects that fit every part of the filter; "none" asks for those without one. Words are looked for in all texts. */
export function filterInjects<One extends InjectFacts & InjectContent & { number: number }>(
  injects: readonly One[],
  filter: InjectFilter,
): One[] {
  const words = fold(filter.words ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const fits = (asked: string | undefined, value: string | null) =>
    !asked || (asked === 'none' ? value === null : asked === value);
  return injects.filter(
    (one) =>
      fits(filter.storyline, one.storylineId) &&
      fits(filter.objective, one.objectiveId) &&
      fits(filter.responsible, one.responsibleId) &&
      (!filter.status || filter.status === one.status) &&
      (!filter.team ||
        (filter.team === 'none' ? one.teamIds.length === 0 : one.teamIds.includes(filter.team))) &&
      hasWords(one, words),
  );
}

function hasWords(one: InjectContent & { number: number }, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = fold([`#${one.number}`, ...contentFields.map((field) => one[field])].join('\n'));
  return words.every((word) => all.includes(word));
}

/** Without regard to capitals and accents. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
