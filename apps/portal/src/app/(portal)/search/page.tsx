import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { readFilters, type SearchFilters, searchPath } from '#features/search/filters.ts';
import { Results } from '#features/search/results.tsx';
import { SearchForm } from '#features/search/search-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

/** Search over what the reader may read, its filters in the address; it works without script. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const [asked, api, t] = await Promise.all([searchParams, serverApi(), getTranslations('search')]);
  const choices = await api.search.choices();
  const filters = offered(readFilters(asked), choices);
  return (
    <ClientMessages of={['common']}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SearchForm filters={filters} choices={choices} />
      {filters.q === '' ? (
        <EmptyState title={t('start.title')}>{t('start.body')}</EmptyState>
      ) : (
        <Found filters={filters} before={typeof asked.before === 'string' ? asked.before : undefined} />
      )}
    </ClientMessages>
  );
}

type Codes = readonly { code: string }[];

/** The filters without what is not offered: an old address, or one made by hand, narrows by less. */
function offered(filters: SearchFilters, choices: { bodies: Codes; parties: Codes }): SearchFilters {
  const known = (code: string, among: Codes) => (among.some((one) => one.code === code) ? code : '');
  return {
    ...filters,
    body: known(filters.body, choices.bodies),
    party: known(filters.party, choices.parties),
  };
}

async function Found({ filters, before }: { filters: SearchFilters; before: string | undefined }) {
  const api = await serverApi();
  const { q, body, party, from, until, file } = filters;
  const found = await api.search.contributions({
    query: q,
    bodyCode: body || undefined,
    partyCode: party || undefined,
    from: from || undefined,
    until: until || undefined,
    hasFile: file || undefined,
    before,
  });
  const t = await getTranslations('search');
  const marking = dominant(Object.values(found.markings));
  return (
    <>
      <PageMarking marking={marking} />
      <h2 className="mb-3">{t('found', { query: q })}</h2>
      <Results found={found} filters={filters} />
      <Pagination
        newer={before ? searchPath(filters) : null}
        older={found.older ? searchPath(filters, found.older) : null}
      />
    </>
  );
}
