import { notFound } from 'next/navigation';
import { cache } from 'react';
import { serverApi } from '#trpc/server.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The cohort of a page's address, asked for once a page. */
export const loadCohort = cache(async (cohortId: string) => {
  if (!ID.test(cohortId)) notFound();
  return (await serverApi()).cohorts.byId({ cohortId });
});
