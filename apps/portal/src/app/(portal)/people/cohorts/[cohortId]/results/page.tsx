import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { isId } from '#features/address.ts';
import { CohortTabs } from '#features/cohorts/cohort-tabs.tsx';
import { bookFilters, ResultsPage } from '#features/grades/results-page.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/cohorts/[cohortId]/results'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grades'))('title') };
}

/** Results of everybody in a cohort. */
export default async function CohortResultsPage({ params, searchParams }: Props) {
  const [{ cohortId }, asked, locale] = await Promise.all([params, searchParams, getLocale()]);
  if (!isId(cohortId)) notFound();
  const filters = bookFilters(asked);
  const [t, api] = await Promise.all([getTranslations('cohorts'), serverApi()]);
  const book = await api.grades.book({
    of: { cohortId },
    query: filters.q || undefined,
    partyId: filters.party || undefined,
    after: filters.after,
  });
  return (
    <ResultsPage
      book={book}
      filters={filters}
      address={paths.cohortResults(cohortId)}
      crumbs={[
        { label: t('title'), href: '/people/cohorts' },
        { label: book.cohort ? inLocale(locale, book.cohort) : '', href: paths.cohort(cohortId) },
      ]}
      of={{ cohort: cohortId }}
      views={<CohortTabs cohortId={cohortId} current="results" />}
    />
  );
}
