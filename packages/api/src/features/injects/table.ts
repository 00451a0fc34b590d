import type { Locale } from '@concord/db/enums';
import { TZDate } from '@date-fns/tz';
import {
  emptyContent,
  emptyFacts,
  exerciseTime,
  type Inject,
  plannedAt,
  readExerciseTime,
  statuses,
  triggers,
} from './rules.ts';
import { changesSchema, contentSchema } from './schemas.ts';
import type { SheetCell, SheetLine } from './sheet.ts';
import { folded, headings, type SheetField, sheetFields, statusWords, triggerWords } from './words.ts';

/** What a table names and what its times are counted from. */
export type TableScene = {
  startsAt: Date;
  timeZone: string;
  teams: readonly { id: string; name: string }[];
  storylines: readonly { id: string; title: string }[];
  objectives: readonly { id: string; titleEn: string; titleFr: string }[];
  staff: readonly { id: string; name: string }[];
  injects: readonly Inject[];
};

/** The list as a table, with its headings, in a language. */
export function tableOf(scene: TableScene, locale: Locale): string[][] {
  const named = <One extends { id: string }>(
    all: readonly One[],
    id: string | null,
    name: (one: One) => string,
  ) => {
    const one = all.find((known) => known.id === id);
    return one ? name(one) : '';
  };
  const rows = scene.injects.map(
    (one): Record<SheetField, string> => ({
      ...{ number: String(one.number), move: String(one.move), minute: exerciseTime(one.minute) },
      storyline: named(scene.storylines, one.storylineId, ({ title }) => title),
      realTime: localTime(plannedAt(scene.startsAt, one.minute), scene.timeZone),
      ...{ title: one.title, text: one.text, from: one.from, attention: one.attention, means: one.means },
      to: one.teamIds.map((id) => named(scene.teams, id, ({ name }) => name)).join('; '),
      expected: one.expected,
      objective: named(scene.objectives, one.objectiveId, (goal) =>
        locale === 'fr' ? goal.titleFr : goal.titleEn,
      ),
      after: named(scene.injects, one.afterId, ({ number }) => String(number)),
      trigger: triggerWords[locale][one.trigger],
      responsible: named(scene.staff, one.responsibleId, ({ name }) => name),
      status: statusWords[locale][one.status],
    }),
  );
  return [
    sheetFields.map((field) => headings[locale][field]),
    ...rows.map((row) => sheetFields.map((field) => row[field])),
  ];
}

const two = (value: number) => String(value).padStart(2, '0');
function localTime(at: Date, zone: string): string {
  const local = new TZDate(at.getTime(), zone);
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day} ${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** What is wrong with a cell or a line: `column` is its place in the sheet, null for the whole line. */
export type TableProblem = { line: number; column: number | null; code: string; value: string };

/** A line as it would be written; what it names anew (a storyline, an inject of the same sheet) goes by name. */
export type PlannedLine = {
  line: number;
  /** The inject it changes, or null for a new one. */
  injectId: string | null;
  number: number | null;
  inject: Omit<Inject, 'id' | 'number'>;
  storyline: string | null;
  after: number | null;
};

/** Reads lines under their headings. A column that was not given leaves what an inject has there as it is. */
export function readTable(
  lines: readonly SheetLine[],
  columns: readonly (SheetField | null)[],
  scene: TableScene,
) {
  const problems: TableProblem[] = [];
  const known = new Map(scene.injects.map((one) => [one.number, one]));
  const planned = lines.map((line) => readLine(line, columns, scene, known, problems));
  const numbers = new Set(planned.flatMap(({ number }) => number ?? []));
  const seen = new Set<number>();
  const column = (field: SheetField) => columns.indexOf(field);
  for (const { line, number, after } of planned) {
    if (number !== null && seen.has(number))
      problems.push({ line, column: column('number'), code: 'numberTwice', value: String(number) });
    if (number !== null) seen.add(number);
    if (after !== null && (after === number || !(numbers.has(after) || known.has(after))))
      problems.push({ line, column: column('after'), code: 'afterUnknown', value: String(after) });
  }
  return {
    planned,
    problems: problems.sort((a, b) => a.line - b.line || (a.column ?? -1) - (b.column ?? -1)),
  };
}

type Report = (field: SheetField, code: string, value: string) => void;

function readLine(
  { line, cells }: SheetLine,
  columns: readonly (SheetField | null)[],
  scene: TableScene,
  known: ReadonlyMap<number, Inject>,
  problems: TableProblem[],
): PlannedLine {
  const report: Report = (field, code, value) =>
    problems.push({ line, column: columns.indexOf(field), code, value: value.slice(0, 80) });
  const cell = (field: SheetField): SheetCell | null => {
    const at = columns.indexOf(field);
    return at === -1 ? null : (cells[at] ?? { words: '', number: null });
  };
  const number = numberOf(cell('number'), report);
  const before = number === null ? undefined : known.get(number);
  const inject = { ...emptyFacts, ...emptyContent, ...before };
  readWords(cell, inject, report);
  readChoices(cell, inject, scene, report);
  const minute = minuteOf(cell, scene, report);
  if (minute !== null) inject.minute = minute;
  const storyline = cell('storyline');
  const after = cell('after');
  const { id: _, number: __, ...rest } = { id: '', number: 0, ...inject };
  return {
    ...{ line, number, injectId: before?.id ?? null, inject: rest },
    storyline: storyline ? storyline.words.trim() || null : titleOf(scene.storylines, inject.storylineId),
    after: after ? afterOf(after, report) : numberIn(scene.injects, inject.afterId),
  };
}

const titleOf = (all: TableScene['storylines'], id: string | null) =>
  all.find((one) => one.id === id)?.title ?? null;
const numberIn = (all: TableScene['injects'], id: string | null) =>
  all.find((one) => one.id === id)?.number ?? null;

type Lines = (field: SheetField) => SheetCell | null;
type Given = Omit<Inject, 'id' | 'number'>;

function readWords(cell: Lines, inject: Given, report: Report): void {
  for (const field of ['title', 'text', 'from', 'attention', 'means', 'expected'] as const) {
    const given = cell(field);
    if (!given) continue;
    const oneLine = field !== 'text' && field !== 'expected';
    const words = oneLine ? given.words.replace(/\s+/g, ' ').trim() : given.words.trim();
    inject[field] = words;
    if (!contentSchema[field].safeParse(words).success)
      report(field, words === '' ? 'empty' : 'words', words);
  }
  if (!cell('title') && inject.title === '') report('title', 'empty', '');
}

function readChoices(cell: Lines, inject: Given, scene: TableScene, report: Report): void {
  const named = (field: SheetField, find: (name: string) => string | undefined, code: string) => {
    const words = cell(field)?.words.trim() ?? '';
    const found = words === '' ? null : (find(folded(words)) ?? undefined);
    if (found === undefined) report(field, code, words);
    return found ?? null;
  };
  if (cell('objective'))
    inject.objectiveId = named(
      'objective',
      (name) =>
        scene.objectives.find((one) => [one.titleEn, one.titleFr].some((title) => folded(title) === name))
          ?.id,
      'objectiveUnknown',
    );
  if (cell('responsible'))
    inject.responsibleId = named(
      'responsible',
      (name) => scene.staff.find((one) => folded(one.name) === name)?.id,
      'responsibleUnknown',
    );
  const to = cell('to');
  if (to) inject.teamIds = teamsOf(to.words, scene, (value) => report('to', 'teamUnknown', value));
  const word = <Key extends string>(field: SheetField, found: (words: string) => Key | undefined) => {
    const words = cell(field)?.words.trim() ?? '';
    const key = words === '' ? undefined : found(words);
    if (words !== '' && !key) report(field, field, words);
    return key;
  };
  inject.status = word('status', (words) => chosen(words, statuses, statusWords)) ?? inject.status;
  inject.trigger = word('trigger', (words) => chosen(words, triggers, triggerWords)) ?? inject.trigger;
  const move = cell('move');
  if (move && move.words.trim() !== '') {
    inject.move = Number(/\d+/.exec(move.words)?.[0] ?? 0);
    if (!changesSchema.safeParse({ move: inject.move }).success) report('move', 'move', move.words);
  }
}

/** The teams a cell names, between semicolons, commas or lines. A name may hold a comma itself: the longest known is meant. */
function teamsOf(words: string, scene: TableScene, unknown: (value: string) => void): string[] {
  const parts = words.split(/([;,\n])/);
  if (parts.some((name) => ['all', 'tous', 'toutes'].includes(folded(name.trim()))))
    return scene.teams.map(({ id }) => id);
  const byName = new Map(scene.teams.map(({ id, name }) => [folded(name), id]));
  const ids = new Set<string>();
  for (let from = 0; from < parts.length; ) {
    const named = (end: number) => byName.get(folded(parts.slice(from, end).join('').trim()));
    const longestFirst = parts.slice(from).map((_, less) => parts.length - less);
    const end = longestFirst.find(named) ?? from + 1;
    const [id, alone] = [named(end), parts[from]?.trim() ?? ''];
    if (id) ids.add(id);
    else if (!/^[;,]?$/.test(alone)) unknown(alone);
    from = end;
  }
  return [...ids];
}

/** One of our own words, in either language, or the word the database has for it. */
function chosen<Key extends string>(
  words: string,
  keys: readonly Key[],
  all: Record<Locale, Record<Key, string>>,
) {
  const name = folded(words);
  return keys.find((key) => [key, all.en[key], all.fr[key]].some((one) => folded(one) === name));
}

function numberOf(cell: SheetCell | null, report: Report): number | null {
  const words = cell?.words.trim() ?? '';
  if (words === '') return null;
  const found = /^\D{0,20}(\d{1,7})(?:\.0+)?$/.exec(words)?.[1];
  if (found === undefined || Number(found) < 1) report('number', 'number', words);
  return found === undefined || Number(found) < 1 ? null : Number(found);
}

function afterOf(cell: SheetCell, report: Report): number | null {
  const words = cell.words.trim();
  if (words === '') return null;
  const found = /^\D{0,20}(\d{1,7})(?:\.0+)?$/.exec(words)?.[1];
  if (found === undefined) report('after', 'afterUnknown', words);
  return found === undefined ? null : Number(found);
}

/** Exercise time where it is given, else the real time less the beginning; null where neither column is there. */
function minuteOf(cell: Lines, scene: TableScene, report: Report): number | null {
  const [minute, real] = [cell('minute'), cell('realTime')];
  const given = minute && minute.words.trim() !== '' ? ('minute' as const) : ('realTime' as const);
  const used = given === 'minute' ? minute : real;
  if (!used || used.words.trim() === '') {
    if (minute || real) report(minute ? 'minute' : 'realTime', 'time', '');
    return null;
  }
  const read = timeOf(used, scene);
  if (read === null || !changesSchema.safeParse({ minute: read }).success) {
    report(given, 'time', used.words);
    return null;
  }
  return read;
}

/** Spreadsheets keep a time as part of a day, and an instant as days since the end of 1899, in nobody's zone. */
function timeOf({ words, number }: SheetCell, scene: TableScene): number | null {
  if (number !== null) {
    if (number < 366) return Math.round(number * 1_440);
    const wall = new Date(Date.UTC(1899, 11, 30) + Math.round(number * 1_440) * 60_000);
    return minuteAt(wall.toISOString().slice(0, 16), scene);
  }
  const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(words.trim());
  if (local) return minuteAt(`${local[1]}T${local[2]}`, scene);
  return readExerciseTime(words);
}

function minuteAt(wall: string, { startsAt, timeZone }: TableScene): number | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = wall.split(/\D/).map(Number);
  const at = new TZDate(year, month - 1, day, hour, minute, timeZone).getTime();
  return Number.isNaN(at) ? null : Math.round((at - startsAt.getTime()) / 60_000);
}
