import type { z } from 'zod';
import { email, isLanguageTag, lineProblem, singleLine } from '../../schemas.ts';
import { foldName, type PersonField } from './columns.ts';

export const MAX_NAME = 200;

export type PersonCells = Partial<Record<PersonField, string>>;

export type PersonRow = {
  givenName: string;
  familyName: string;
  email: string;
  party: string;
  jobTitle: string;
  language: string | null;
  timeZone: string | null;
  cohort: string | null;
};

/** A problem with one cell; `code` is a message key under `imports.problems`. */
export type CellProblem = {
  column: PersonField;
  code: CellProblemCode;
  params: Record<string, string | number>;
};
export type CellProblemCode =
  | 'missing'
  | 'tooLong'
  | 'characters'
  | 'emailInvalid'
  | 'emailTwice'
  | 'partyUnknown'
  | 'cohortUnknown'
  | 'languageUnknown'
  | 'timeZoneUnknown'
  | 'personElsewhere'
  | 'personEnded'
  | 'seatNone'
  | 'seatTaken';

/** What a file may name; left out means that column is not checked against a list. */
export type KnownNames = {
  parties?: Iterable<string>;
  cohorts?: Iterable<string>;
  languages?: Iterable<string>;
};

export const REQUIRED_FIELDS: readonly PersonField[] = ['givenName', 'familyName', 'email', 'party'];

const LANGUAGE_NAMES: Record<string, string> = { english: 'en', anglais: 'en', french: 'fr', francais: 'fr' };

/** Looks names up without regard to case and accents, and answers them as they are kept. */
export function nameIndex(names: Iterable<string> | undefined): Map<string, string> | null {
  return names === undefined ? null : new Map([...names].map((name) => [foldName(name), name]));
}

export type NameIndexes = {
  parties: Map<string, string> | null;
  cohorts: Map<string, string> | null;
  languages: Map<string, string> | null;
};

/** Checks one line's cells: the person where nothing is wrong, and every problem by its column. */
export function checkPerson(
  cells: PersonCells,
  known: NameIndexes,
): { person: PersonRow; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const add = (column: PersonField, code: CellProblemCode, params: CellProblem['params'] = {}) =>
    problems.push({ column, code, params });
  const cell = (field: PersonField): string => (cells[field] ?? '').replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '');
  const words = (field: PersonField, required: boolean): string => {
    const value = cell(field);
    if (value === '' && required) add(field, 'missing');
    if (value === '') return '';
    const result = singleLine({ max: MAX_NAME }).safeParse(value);
    if (!result.success) add(field, ...wordProblem(result.error, value));
    return value;
  };
  const listed = (
    field: PersonField,
    index: Map<string, string> | null,
    code: CellProblemCode,
    required: boolean,
  ): string | null => {
    const value = words(field, required);
    if (value === '') return null;
    if (index === null) return value;
    const found = index.get(foldName(value));
    if (found === undefined && lineProblem(value) === null)
      add(field, code, { value: value.slice(0, MAX_NAME) });
    return found ?? null;
  };
  const person: PersonRow = {
    givenName: words('givenName', true),
    familyName: words('familyName', true),
    email: checkEmail(cell('email'), add),
    party: listed('party', known.parties, 'partyUnknown', true) ?? '',
    jobTitle: words('jobTitle', false),
    language: checkLanguage(cell('language'), known.languages, add),
    timeZone: checkTimeZone(cell('timeZone'), add),
    cohort: listed('cohort', known.cohorts, 'cohortUnknown', false),
  };
  return { person, problems };
}

type Add = (column: PersonField, code: CellProblemCode, params?: CellProblem['params']) => void;

function wordProblem(error: z.ZodError, value: string): [CellProblemCode, CellProblem['params']] {
  const tooLong = error.issues.some(({ message }) => message === 'errors.tooLong');
  return tooLong ? ['tooLong', { max: MAX_NAME, length: value.length }] : ['characters', {}];
}

function checkEmail(value: string, add: Add): string {
  if (value === '') add('email', 'missing');
  const result = email.safeParse(value);
  if (value !== '' && !result.success) add('email', 'emailInvalid', { value: value.slice(0, MAX_NAME) });
  return result.data ?? value.toLowerCase();
}

function checkLanguage(value: string, known: Map<string, string> | null, add: Add): string | null {
  if (value === '') return null;
  const tag = LANGUAGE_NAMES[foldName(value)] ?? value.replace('_', '-');
  if (isLanguageTag(tag) && (known === null || known.has(foldName(tag))))
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  add('language', 'languageUnknown', { value: value.slice(0, MAX_NAME) });
  return null;
}

function checkTimeZone(value: string, add: Add): string | null {
  if (value === '') return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    add('timeZone', 'timeZoneUnknown', { value: value.slice(0, MAX_NAME) });
    return null;
  }
}
