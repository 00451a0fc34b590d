import { pathProgressCsv } from '../features/paths/csv.ts';
import { progressInput } from '../features/paths/schemas.ts';
import { csvEndpoint } from './csv.ts';

const ADDRESS = /^\/api\/paths\/([a-z0-9-]{2,80})\.csv$/;

/** Who is where on a learning path, of one cohort (`?cohort=`) or of the reader's own people. */
export const pathCsvEndpoint = csvEndpoint(({ pathname, searchParams }) => {
  const slug = ADDRESS.exec(pathname)?.[1];
  const input = progressInput.safeParse({ slug, cohortId: searchParams.get('cohort') || undefined });
  return input.success
    ? { name: `path-${input.data.slug}`, write: (ctx) => pathProgressCsv(ctx, input.data) }
    : null;
});
