import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isId } from '#features/address.ts';
import { serverApi } from '#trpc/server.ts';

/** The cohort of a page's address, asked for once a page. */
export const loadCohort = cache(async (cohortId: string) => {
  if (!isId(cohortId)) notFound();
  return (await serverApi()).cohorts.byId({ cohortId });
});
