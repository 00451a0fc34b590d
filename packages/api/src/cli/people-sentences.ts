import type { StoredProblem } from '../features/imports/stored.ts';

type Params = StoredProblem['params'];

const sentences: Record<string, (params: Params) => string> = {
  missing: () => 'nothing is filled in',
  tooLong: ({ length, max }) => `${length} characters; at most ${max} fit`,
  characters: () => 'there are characters that cannot be kept',
  emailInvalid: ({ value }) => `"${value}" is not an e-mail address`,
  emailTwice: ({ line }) => `the same address stands in line ${line}`,
  partyUnknown: ({ value }) => `there is no party "${value}"`,
  cohortUnknown: ({ value }) => `there is no cohort "${value}"`,
  languageUnknown: ({ value }) => `"${value}" is not a language of this portal`,
  timeZoneUnknown: ({ value }) => `"${value}" is not a time zone`,
  personElsewhere: () => 'this person belongs to another party; move them on their own page',
  personEnded: () => 'this person has left; a file brings nobody back',
  seatNone: () => 'their party has no seats in the cohort: they are in, but not placed',
  seatTaken: () => 'every seat of their party is taken: they are in, but not placed',
  empty: () => 'the file is empty',
  tooLarge: ({ max }) => `the file is larger than ${max} bytes`,
  workbook: () => 'a workbook, not a CSV; save its sheet as CSV and import that',
  tooManyRows: ({ rows, max }) => `${rows} lines; at most ${max} at once`,
  columnMissing: ({ column }) => `the column ${column} is missing`,
  columnTwice: ({ column }) => `the column "${column}" stands there twice`,
  columnUnknown: ({ column }) => `the column "${column}" is not known and is left out`,
  quoteOpen: () => 'a quotation mark is opened and never closed',
  notCsv: () => 'this cannot be read as a CSV',
};

/** A problem in words, for who sits at a terminal. */
export function peopleProblem({ column, code, params }: StoredProblem): string {
  const sentence = sentences[code]?.(params) ?? code;
  return column === null ? sentence : `${column}: ${sentence}`;
}
