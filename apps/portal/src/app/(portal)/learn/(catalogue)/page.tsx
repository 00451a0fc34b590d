import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { CourseMarking, levelTitle } from '#features/course/course-marking.tsx';
import { CatalogueFilters } from '#features/learn/catalogue-filters.tsx';
import { CatalogueList } from '#features/learn/catalogue-list.tsx';
import { isNarrowed, readSearch } from '#features/learn/search.ts';
import { UnderWay } from '#features/learn/under-way.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn'>;

const found = cache(
  async (words: string, category?: string, language?: string, title?: string, id?: string) =>
    (await serverApi()).courses.catalogue({
      ...{ words, category, language },
      after: title !== undefined && id ? { title, id } : undefined,
    }),
);

/** The courses that the address asks for. */
async function load({ searchParams }: Props) {
  const { words, category, language, after } = readSearch(await searchParams);
  return found(words, category, language, after?.title, after?.id);
}

const levelsOf = ({ courses }: Awaited<ReturnType<typeof found>>) => courses.map(({ level }) => level);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, catalogue] = await Promise.all([getTranslations('learn'), load(props)]);
  return { title: await levelTitle(t('title'), levelsOf(catalogue)) };
}

/** The catalogue: what I have under way, and what there is to learn. */
export default async function LearnPage(props: Props) {
  const [t, api, search] = await Promise.all([
    getTranslations('learn'),
    serverApi(),
    props.searchParams.then(readSearch),
  ]);
  const first = !isNarrowed(search) && !search.after;
  const [catalogue, underWay, writes] = await Promise.all([
    load(props),
    first ? api.enrolments.open() : [],
    api.bank.mine(),
  ]);
  return (
    <>
      <CourseMarking levels={levelsOf(catalogue)} />
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
