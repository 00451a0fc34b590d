import {
  exerciseTime,
  plannedAt,
  readExerciseTime,
  statuses,
  triggers,
} from '@concord/api/features/injects/rules';
import { formatInstant } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Changes, Inject, Names } from './types.ts';

/** The columns of the grid, in their order; `realTime` follows from the exercise's beginning and is not typed. */
export const columns = [
  { key: 'minute', kind: 'line', look: 'min-w-20' },
  { key: 'realTime', kind: 'derived', look: 'min-w-36' },
  { key: 'title', kind: 'line', look: 'min-w-56 font-semibold' },
  { key: 'teamIds', kind: 'teams', look: 'min-w-36' },
  { key: 'attention', kind: 'line', look: 'min-w-32' },
  { key: 'from', kind: 'line', look: 'min-w-32' },
  { key: 'means', kind: 'line', look: 'min-w-24' },
  { key: 'text', kind: 'text', look: 'min-w-72' },
  { key: 'expected', kind: 'text', look: 'min-w-72' },
  { key: 'storylineId', kind: 'choice', look: 'min-w-36' },
  { key: 'move', kind: 'line', look: 'min-w-16' },
  { key: 'objectiveId', kind: 'choice', look: 'min-w-52' },
  { key: 'afterId', kind: 'choice', look: 'min-w-24' },
  { key: 'trigger', kind: 'choice', look: 'min-w-32' },
  { key: 'responsibleId', kind: 'choice', look: 'min-w-36' },
  { key: 'status', kind: 'choice', look: 'min-w-28' },
] as const;

export type Column = (typeof columns)[number];
export type Key = Column['key'];

/** The words of choices that are ours: statuses and what lets an inject go. */
export type Say = { status: (key: Inject['status']) => string; trigger: (key: Inject['trigger']) => string };

/** A cell in words. */
export function shown(inject: Inject, key: Key, names: Names, say: Say, locale: Locale): string {
  switch (key) {
    case 'minute':
      return exerciseTime(inject.minute);
    case 'realTime': {
      const at = plannedAt(new Date(names.exercise.startsAt), inject.minute);
      return formatInstant(at, { zone: names.exercise.timeZone, locale, style: 'short' });
    }
    case 'teamIds':
      return names.teams
        .filter(({ id }) => inject.teamIds.includes(id))
        .map(({ name }) => name)
        .join(', ');
    case 'move':
      return String(inject.move);
    case 'storylineId':
    case 'objectiveId':
    case 'afterId':
    case 'trigger':
    case 'responsibleId':
    case 'status':
      return (
        choicesOf(key, inject, names, say).find(({ value }) => value === (inject[key] ?? ''))?.short ?? ''
      );
    default:
      return inject[key];
  }
}

export type Choice = { value: string; words: string; short: string };
type ChoiceKey = Extract<Column, { kind: 'choice' }>['key'];

/** What can be chosen in a cell; an empty value is nothing. */
export function choicesOf(key: ChoiceKey, inject: Inject, names: Names, say: Say): Choice[] {
  const none = { value: '', words: '—', short: '' };
  const plain = (value: string, words: string) => ({ value, words, short: words });
  switch (key) {
    case 'status':
      return statuses.map((one) => plain(one, say.status(one)));
    case 'trigger':
      return triggers.map((one) => plain(one, say.trigger(one)));
    case 'storylineId':
      return [none, ...names.storylines.map(({ id, title }) => plain(id, title))];
    case 'objectiveId':
      return [none, ...names.objectives.map(({ id, title }) => plain(id, title))];
    case 'responsibleId':
      return [none, ...names.staff.map(({ id, name }) => plain(id, name))];
    case 'afterId': {
      const others = names.all.filter(({ id }) => id !== inject.id);
      return [
        none,
        ...others.map(({ id, number, title }) => ({
          value: id,
          words: `#${number} ${title}`,
          short: `#${number}`,
        })),
      ];
    }
  }
}

/** What a cell starts from when it is typed in. */
export function draftOf(inject: Inject, key: Key): string {
  if (key === 'minute') return exerciseTime(inject.minute);
  if (key === 'realTime') return '';
  if (key === 'teamIds') return inject.teamIds.join(' ');
  const value = inject[key];
  return value === null ? '' : String(value);
}

/** What was typed as a change of the inject; the key of what is wrong where it is none. */
export function changeOf(key: Key, draft: string): Changes | { problem: 'minute' | 'move' | 'title' } {
  const typed = draft.trim();
  switch (key) {
    case 'minute': {
      const minute = readExerciseTime(typed);
      return minute === null ? { problem: 'minute' } : { minute };
    }
    case 'move': {
      const move = Number(typed);
      return Number.isInteger(move) && move >= 1 && move <= 99 ? { move } : { problem: 'move' };
    }
    case 'title':
      return typed === '' ? { problem: 'title' } : { title: typed };
    case 'teamIds':
      return { teamIds: typed.split(' ').filter(Boolean) };
    case 'storylineId':
    case 'objectiveId':
    case 'afterId':
    case 'responsibleId':
      return { [key]: typed || null };
    default:
      return { [key]: typed };
  }
}

/** Where an arrow or its like leads from a cell; null where the key leads nowhere. */
export function moved(at: { row: number; column: number }, key: string, rows: number, jump: boolean) {
  const last = { row: rows - 1, column: columns.length - 1 };
  const within = (row: number, column: number) => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return within(at.row - 1, at.column);
    case 'ArrowDown':
      return within(at.row + 1, at.column);
    case 'ArrowLeft':
      return within(at.row, at.column - 1);
    case 'ArrowRight':
      return within(at.row, at.column + 1);
    case 'PageUp':
      return within(at.row - 10, at.column);
    case 'PageDown':
      return within(at.row + 10, at.column);
    case 'Home':
      return within(jump ? 0 : at.row, 0);
    case 'End':
      return within(jump ? last.row : at.row, last.column);
    default:
      return null;
  }
}
