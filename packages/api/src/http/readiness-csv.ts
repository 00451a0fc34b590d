import { readinessCsv } from '../features/readiness/csv.ts';
import { pageInput } from '../features/readiness/schemas.ts';
import { csvEndpoint } from './csv.ts';

/** Who of a party is ready, with the page's own filters. */
export const readinessCsvEndpoint = csvEndpoint(({ pathname, searchParams }) => {
  if (pathname !== '/api/readiness.csv') return null;
  const asked = (name: string) => searchParams.get(name) || undefined;
  const input = pageInput.safeParse({
    partyId: asked('party'),
    own: asked('own') === 'yes' || undefined,
    requirementId: asked('requirement'),
    workRoleId: asked('work'),
    state: asked('state'),
    words: asked('q'),
  });
  return input.success ? { name: 'readiness', write: (ctx) => readinessCsv(ctx, input.data) } : null;
});
