import { parse } from 'csv-parse/sync';
import { sniffDelimiter } from '../people/csv.ts';

/** The most lines a file may have. */
export const MOST_LINES = 5000;

export type WorkLine = {
  line: number;
  email: string;
  family: string;
  given: string;
  party: string;
  work: string;
  from: string;
  until: string;
};

export type WorkProblem =
  | 'personMissing'
  | 'workMissing'
  | 'day'
  | 'daysOrder'
  | 'personUnknown'
  | 'personTwice'
  | 'workUnknown'
  | 'notYours';
export type FileProblem = 'empty' | 'notCsv' | 'tooManyLines' | 'columnWork' | 'columnPerson';

const heads: Record<string, keyof Omit<WorkLine, 'line'>> = {
  ...{ email: 'email', 'e-mail': 'email', mail: 'email', courriel: 'email' },
  ...{ 'family name': 'family', family: 'family', nom: 'family', 'given name': 'given', given: 'given' },
  ...{ prénom: 'given', prenom: 'given', party: 'party', partie: 'party', nation: 'party' },
  ...{ work: 'work', 'work role': 'work', role: 'work', fonction: 'work', travail: 'work' },
  ...{ from: 'from', 'valid from': 'from', du: 'from', depuis: 'from' },
  ...{ until: 'until', 'valid until': 'until', au: 'until', 'jusqu’au': 'until', "jusqu'au": 'until' },
};

/** Reads a file of who does which work, by the names of its columns in English or French. */
export function readWork(content: string): { lines: WorkLine[]; problem: FileProblem | null } {
  let rows: string[][];
  try {
    const text = content.replace(/^\uFEFF/, '');
    rows = parse(text, { delimiter: sniffDelimiter(text), relax_column_count: true, relax_quotes: true });
  } catch {
    return { lines: [], problem: 'notCsv' };
  }
  const [head, ...body] = rows;
  if (!head || body.length === 0) return { lines: [], problem: 'empty' };
  const columns = head.map((name) => heads[name.trim().toLowerCase()]);
  if (!columns.includes('work')) return { lines: [], problem: 'columnWork' };
  const named = columns.includes('family') && columns.includes('given') && columns.includes('party');
  if (!columns.includes('email') && !named) return { lines: [], problem: 'columnPerson' };
  if (body.length > MOST_LINES) return { lines: [], problem: 'tooManyLines' };
  const lines = body.map((cells, index) => {
    const line: WorkLine = { ...blank, line: index + 2 };
    for (const [place, column] of columns.entries()) if (column) line[column] = (cells[place] ?? '').trim();
    return line;
  });
  return {
    lines: lines.filter((line) => Object.values(line).some((cell) => typeof cell === 'string' && cell)),
    problem: null,
  };
}

const blank = { email: '', family: '', given: '', party: '', work: '', from: '', until: '' };

/** What is wrong with a line by itself, before anybody is looked up. */
export function lineProblem(line: WorkLine): WorkProblem | null {
  if (line.email === '' && (line.family === '' || line.party === '')) return 'personMissing';
  if (line.work === '') return 'workMissing';
  if ([line.from, line.until].some((day) => day !== '' && !isDay(day))) return 'day';
  return line.from !== '' && line.until !== '' && line.until < line.from ? 'daysOrder' : null;
}

/** A calendar day that exists, as `2026-11-24`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
