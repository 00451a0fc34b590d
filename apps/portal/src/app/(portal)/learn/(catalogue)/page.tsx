import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { CourseMarking } from '#features/course/course-marking.tsx';
import { CatalogueFilters } from '#features/learn/catalogue-filters.tsx';
import { CatalogueList } from '#features/learn/catalogue-list.tsx';
import { isNarrowed, readSearch } from '#features/learn/search.ts';
import { UnderWay } from '#features/learn/under-way.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learn'))('title') };
}

/** The catalogue: what I have under way, and what there is to learn. */
export default async function LearnPage({ searchParams }: PageProps<'/learn'>) {
  const [t, api, search] = await Promise.all([
    getTranslations('learn'),
    serverApi(),
    searchParams.then(readSearch),
  ]);
  const first = !isNarrowed(search) && !search.after;
  const [catalogue, underWay, writes] = await Promise.all([
    api.courses.catalogue(search),
    first ? api.enrolments.open() : [],
    api.bank.mine(),
  ]);
  return (
    <>
      <CourseMarking levels={catalogue.courses.map(({ level }) => level)} />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={paths.myLearning()}>{t('mine')}</LinkButton>
            <LinkButton href={paths.myCompetences()}>{t('competences')}</LinkButton>
            <LinkButton href="/learn/paths">{t('learningPaths')}</LinkButton>
            <LinkButton href="/learn/frameworks">{t('frameworks')}</LinkButton>
            {writes ? <LinkButton href={paths.writing()}>{t('write')}</LinkButton> : null}
            {writes ? <LinkButton href="/learn/bank">{t('bank')}</LinkButton> : null}
          </>
        }
      />
      <UnderWay courses={underWay} />
      <section aria-labelledby="catalogue">
        <h2 id="catalogue" className="mb-3">
          {t('catalogue')}
        </h2>
        <CatalogueFilters search={search} categories={catalogue.categories} languages={catalogue.languages} />
        <CatalogueList catalogue={catalogue} search={search} />
      </section>
    </>
  );
}
