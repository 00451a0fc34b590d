import type { SignedIn } from '../../context.ts';
import { csvTable } from '../cohorts/csv.ts';
import { gradeBook } from './book.ts';
import type { BookInput } from './schemas.ts';

const MOST = 50_000;

const words = {
  en: {
    heads: ['Name', 'Party', 'Done', 'Of', 'Due', 'Completed'],
    of: ['per cent', 'tries', 'result', 'decided by', 'decided', 'reason'],
    course: 'Course',
    outcome: { pass: 'passed', fail: 'not passed', waiting: 'waits to be marked', none: '' },
  },
  fr: {
    heads: ['Nom', 'Partie', 'Fait', 'Sur', 'Échéance', 'Terminé'],
    of: ['pour cent', 'tentatives', 'résultat', 'décidé par', 'décidé le', 'motif'],
    course: 'Cours',
    outcome: { pass: 'réussi', fail: 'non réussi', waiting: 'en attente de correction', none: '' },
  },
} as const;

type Line = Awaited<ReturnType<typeof gradeBook>>['rows'][number];

/** The book as a table for a spreadsheet: everybody the reader may see, in the reader's language. */
export async function gradesCsv(ctx: SignedIn, input: BookInput): Promise<string> {
  const book = await gradeBook(ctx, { ...input, after: undefined }, MOST);
  const { heads, of, course, outcome } = words[ctx.locale];
  const columns = [...book.columns, { key: '', title: course }];
  return csvTable([
    [...heads, ...columns.flatMap(({ title }) => of.map((word) => `${title}: ${word}`))],
    ...book.rows.map((line) => [
      ...[line.name, line.party, line.done, line.total, line.dueAt, line.completedAt],
      ...columns.flatMap(({ key }) => cells(line, key)),
    ]),
  ]);

  function cells(line: Line, key: string): (string | number | null)[] {
    const result = line.results[key];
    const decision = line.decisions[key];
    const decided = decision && decision.outcome !== 'computed' ? decision : null;
    const passed = key === '' ? line.completedAt !== null : result?.passed;
    const computed = passed ? 'pass' : result?.waiting ? 'waiting' : result ? 'fail' : 'none';
    return [
      decided?.percent ?? result?.percent ?? null,
      result?.tries ?? null,
      outcome[decided?.outcome === 'computed' ? computed : (decided?.outcome ?? computed)],
      decision?.by ?? result?.by ?? null,
      decision?.at ?? result?.at ?? null,
      decision?.reason ?? null,
    ];
  }
}
