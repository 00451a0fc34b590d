import { progressCsv } from '../features/cohorts/progress-csv.ts';
import { csvEndpoint } from './csv.ts';

const ADDRESS = /^\/api\/cohorts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.csv$/;

/** A cohort's progress for a spreadsheet, of the members the reader may see. */
export const cohortCsvEndpoint = csvEndpoint(({ pathname }) => {
  const id = ADDRESS.exec(pathname)?.[1];
  return id ? { name: `cohort-${id}`, write: (ctx) => progressCsv(ctx, id) } : null;
});
