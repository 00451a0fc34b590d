import { gradesCsv } from '../features/grades/csv.ts';
import { bookInput } from '../features/grades/schemas.ts';
import { csvEndpoint } from './csv.ts';

/** The gradebook of a course (`?course=`) or of a cohort (`?cohort=`), of one party (`?party=`) or of all. */
export const gradesCsvEndpoint = csvEndpoint(({ pathname, searchParams }) => {
  if (pathname !== '/api/grades.csv') return null;
  const asked = (name: string) => searchParams.get(name) || undefined;
  const [course, cohortId] = [asked('course'), asked('cohort')];
  const of = course ? { course } : { cohortId };
  const input = bookInput.safeParse({ of, partyId: asked('party'), query: asked('q') });
  return input.success ? { name: 'results', write: (ctx) => gradesCsv(ctx, input.data) } : null;
});
