import { CsvError, parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { fieldOf, type PersonField } from './columns.ts';
import {
  type CellProblem,
  checkPerson,
  type KnownNames,
  nameIndex,
  type PersonCells,
  type PersonRow,
  REQUIRED_FIELDS,
} from './rules.ts';

export const MAX_ROWS = 5000;
export const MAX_BYTES = 5_000_000;
const DELIMITERS = [',', ';', '\t'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** A line of the file, ready or with what is wrong with it, each problem by its column. */
export type ReadRow =
  | { status: 'ready'; line: number; person: PersonRow; problems: [] }
  | { status: 'problems'; line: number; person: PersonRow; problems: CellProblem[] };

/** What is wrong with the file as a whole; `code` is a message key under `imports.problems`. */
export type FileProblem = {
  line: number | null;
  code: FileProblemCode;
  params: Record<string, string | number>;
};
export type FileProblemCode =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'workbook'
  | 'columnMissing'
  | 'columnTwice'
  | 'columnUnknown'
  | 'quoteOpen'
  | 'notCsv';

export type PeopleFile = {
  encoding: string;
  delimiter: Delimiter;
  columns: PersonField[];
  rows: ReadRow[];
  ready: number;
  withProblems: number;
  problems: FileProblem[];
};

/** Reads bytes as text: by byte order mark, else as UTF-8, else as what an old spreadsheet writes. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: iconv.decode(Buffer.from(bytes), 'utf-16le'), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff)
    return { text: iconv.decode(Buffer.from(bytes), 'utf-16be'), encoding: 'utf-16be' };
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), encoding: 'utf-8' };
  } catch {
    return { text: iconv.decode(Buffer.from(body), 'windows-1252'), encoding: 'windows-1252' };
  }
}

/** What the workbooks of spreadsheets begin with: a zip, or the container that came before it. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

const isWorkbook = (bytes: Uint8Array) =>
  WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte));

/** The delimiter that parts the first line most often, quotes left out. */
export function sniffDelimiter(text: string): Delimiter {
  const header = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Reads a file of people. Nothing is written: the answer is the preview, line by line. */
export function readPeople(bytes: Uint8Array, known: KnownNames = {}): PeopleFile {
  const file: PeopleFile = {
    encoding: 'utf-8',
    delimiter: ',',
    columns: [],
    rows: [],
    ready: 0,
    withProblems: 0,
    problems: [],
  };
  const fail = (code: FileProblemCode, line: number | null = null, params: FileProblem['params'] = {}) => {
    file.problems.push({ line, code, params });
    return file;
  };
  if (bytes.length > MAX_BYTES) return fail('tooLarge', null, { max: MAX_BYTES, bytes: bytes.length });
  if (isWorkbook(bytes)) return fail('workbook');
  const { text, encoding } = decodeText(bytes);
  file.encoding = encoding;
  file.delimiter = sniffDelimiter(text);
  if (text.includes('\u0000')) return fail('notCsv');
  const records = readRecords(text, file.delimiter, fail);
  if (records === null) return file;
  const [header, ...body] = records;
  if (header === undefined) return fail('empty');
  if (body.length > MAX_ROWS) return fail('tooManyRows', null, { max: MAX_ROWS, rows: body.length });
  const columns = columnsOf(header, fail);
  file.columns = columns.filter((field) => field !== null);
  if (file.problems.some(({ code }) => code === 'columnMissing' || code === 'columnTwice')) return file;
  file.rows = readRows(body, columns, known);
  file.ready = file.rows.filter(({ status }) => status === 'ready').length;
  file.withProblems = file.rows.length - file.ready;
  return file;
}

type Cells = { line: number; cells: string[] };
type Fail = (code: FileProblemCode, line?: number | null, params?: FileProblem['params']) => unknown;

function readRecords(text: string, delimiter: Delimiter, fail: Fail): Cells[] | null {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    // A record's line is where it starts; the parser counts where it ends.
    const lines = parsed.map(({ record, info }) => ({
      cells: record,
      line: info.lines - lineBreaks(record),
    }));
    return lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    fail(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quoteOpen' : 'notCsv', line);
    return null;
  }
}

const lineBreaks = (record: string[]): number => record.join('').match(/\r\n?|\n/g)?.length ?? 0;

function columnsOf({ cells, line }: Cells, fail: Fail): (PersonField | null)[] {
  const columns = cells.map((header) => fieldOf(header));
  for (const [index, field] of columns.entries()) {
    const column = (cells[index] ?? '').slice(0, 100);
    if (field === null && column.trim() !== '') fail('columnUnknown', line, { column });
    if (field !== null && columns.indexOf(field) !== index) fail('columnTwice', line, { column });
  }
  for (const field of REQUIRED_FIELDS)
    if (!columns.includes(field)) fail('columnMissing', line, { column: field });
  return columns;
}

function readRows(body: Cells[], columns: (PersonField | null)[], known: KnownNames): ReadRow[] {
  const indexes = {
    parties: nameIndex(known.parties),
    cohorts: nameIndex(known.cohorts),
    languages: nameIndex(known.languages),
  };
  const seen = new Map<string, number>();
  return body.map(({ cells, line }) => {
    const named: PersonCells = {};
    for (const [index, field] of columns.entries()) if (field !== null) named[field] = cells[index] ?? '';
    const { person, problems } = checkPerson(named, indexes);
    const first = seen.get(person.email);
    if (first !== undefined) problems.push({ column: 'email', code: 'emailTwice', params: { line: first } });
    else if (person.email !== '') seen.set(person.email, line);
    return problems.length === 0
      ? { status: 'ready', line, person, problems: [] }
      : { status: 'problems', line, person, problems };
  });
}
