import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { BankFiltersForm } from '#features/bank/bank-filters.tsx';
import { BankTabs } from '#features/bank/bank-tabs.tsx';
import { filtersPath, readFilters } from '#features/bank/filters.ts';
import { QuestionList } from '#features/bank/question-list.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bank'))('title') };
}

/** The question bank, narrowed as the address says. */
export default async function BankPage({ searchParams }: PageProps<'/learn/bank'>) {
  const [t, words, api, filters] = await Promise.all([
    getTranslations('bank'),
    getTranslations('shell.sections'),
    serverApi(),
    searchParams.then(readFilters),
  ]);
  const [list, shelves, tags] = await Promise.all([
    api.bank.list(filters),
    api.bank.categories(),
    api.bank.tags(),
  ]);
  const make = filters.categoryId ? `/learn/bank/new?category=${filters.categoryId}` : '/learn/bank/new';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ label: words('learn'), href: '/learn' }]}
        actions={
          <LinkButton look="primary" href={make}>
            {t('new')}
          </LinkButton>
        }
      />
      <BankTabs current="questions" />
      <BankFiltersForm filters={filters} shelves={shelves} tags={tags} />
      <QuestionList list={list} />
      <nav aria-label={t('pages')} className="no-print mt-4 flex justify-between gap-3">
        {filters.after ? (
          <LinkButton href={filtersPath({ ...filters, after: undefined })}>{t('first')}</LinkButton>
        ) : (
          <span />
        )}
        {list.next ? (
          <LinkButton href={filtersPath({ ...filters, after: list.next })}>{t('next')} →</LinkButton>
        ) : null}
      </nav>
    </>
  );
}
