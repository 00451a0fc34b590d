import type { Metadata } from 'next';
import { cache, type ReactNode } from 'react';
import { isId } from '#features/address.ts';
import { CourseMarking, markedTitles } from '#features/course/course-marking.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ cohortId: string }>; children: ReactNode };

const load = cache(async (cohortId: string) =>
  isId(cohortId) ? [(await (await serverApi()).cohorts.frame({ cohortId })).level] : [],
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // What is not there is titled by its page, as anywhere.
  return markedTitles(await load((await params).cohortId).catch(() => []));
}

/** Around every page of a cohort: the marking of its course, which these pages name. */
export default async function CohortLayout({ params, children }: Props) {
  return (
    <>
      <CourseMarking levels={await load((await params).cohortId)} />
      {children}
    </>
  );
}
