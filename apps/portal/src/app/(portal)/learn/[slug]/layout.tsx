import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { cache, type ReactNode } from 'react';
import { CourseMarking, markedTitles } from '#features/course/course-marking.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

const load = cache(async (course: string) =>
  isKey(course) ? [(await (await serverApi()).courses.frame({ course })).level] : [],
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // What is not there is titled by its page, as anywhere.
  return markedTitles(await load((await params).slug).catch(() => []));
}

/** Around every page of a course: its marking. */
export default async function CourseLayout({ params, children }: Props) {
  return (
    <>
      <CourseMarking levels={await load((await params).slug)} />
      {children}
    </>
  );
}
