import { analysisCsv } from '../features/quizzes/analysis-csv.ts';
import { csvEndpoint } from './csv.ts';

const ADDRESS = /^\/api\/quizzes\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.csv$/;

/** How a quiz's questions have worked, for a spreadsheet. */
export const quizCsvEndpoint = csvEndpoint(({ pathname }) => {
  const id = ADDRESS.exec(pathname)?.[1];
  return id ? { name: `quiz-${id}`, write: (ctx) => analysisCsv(ctx, id) } : null;
});
