import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CourseTabs } from '#features/grades/course-tabs.tsx';
import { bookFilters, ResultsPage } from '#features/grades/results-page.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/results'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grades'))('title') };
}

/** Results of everybody on a course. */
export default async function CourseResultsPage({ params, searchParams }: Props) {
  const [{ slug }, asked] = await Promise.all([params, searchParams]);
  if (!isKey(slug)) notFound();
  const filters = bookFilters(asked);
  const api = await serverApi();
  const book = await api.grades.book({
    of: { course: slug },
    query: filters.q || undefined,
    partyId: filters.party || undefined,
    after: filters.after,
  });
  return (
    <ResultsPage
      book={book}
      filters={filters}
      address={paths.courseResults(slug)}
      crumbs={[{ label: book.title, href: paths.course(slug) }]}
      of={{ course: slug }}
      views={<CourseTabs course={slug} current="results" />}
    />
  );
}
