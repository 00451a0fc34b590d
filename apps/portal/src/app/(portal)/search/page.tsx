import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { idSaid } from '#features/address.ts';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import type { Marking } from '#features/consult/types.ts';
import { AgendaResults } from '#features/search/agenda-results.tsx';
import { readFilters, type SearchFilters, searchPath } from '#features/search/filters.ts';
import { OneByOne } from '#features/search/one-by-one.tsx';
import { Results } from '#features/search/results.tsx';
import { SearchForm } from '#features/search/search-form.tsx';
import { insideExercise } from '#features/twins/inside.ts';
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
  const Shown = filters.in === 'meetings' ? FoundMeetings : FoundEntries;
  return (
    <ClientMessages of={['common']}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SearchForm filters={filters} choices={choices} />
      {filters.q === '' ? (
        <EmptyState title={t('start.title')}>{t('start.body')}</EmptyState>
      ) : (
        <>
          <Tabs
            label={t('lookIn')}
            tabs={(['entries', 'meetings'] as const).map((where) => ({
              href: searchPath({ ...filters, in: where }),
              label: t(`in${where === 'entries' ? 'Entries' : 'Meetings'}`),
              current: filters.in === where,
            }))}
          />
          <Shown filters={filters} before={idSaid(asked.before)} />
        </>
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

type FoundProps = { filters: SearchFilters; before: string | undefined };

const narrowed = ({ q, body, from, until, file }: SearchFilters, before: string | undefined) => ({
  query: q,
  bodyCode: body || undefined,
  from: from || undefined,
  until: until || undefined,
  hasFile: file || undefined,
  before,
});

async function FoundEntries({ filters, before }: FoundProps) {
  const api = await serverApi();
  const [partyCode, kind] = [filters.party || undefined, filters.kind || undefined];
  const found = await api.search.contributions({ ...narrowed(filters, before), partyCode, kind });
  const unindexed =
    found.searched && !before ? await api.search.unindexed({ bodyCode: filters.body || undefined }) : null;
  return (
    <>
      <Page filters={filters} before={before} found={found}>
        <Results found={found} filters={filters} />
      </Page>
      {unindexed && unindexed.threads.length > 0 ? (
        <ClientMessages of={['search', 'markings']}>
          <OneByOne
            key={searchPath(filters)}
            asked={{ ...narrowed(filters, undefined), partyCode, kind }}
            unindexed={unindexed}
            shown={Object.values(found.markings)}
            inside={await insideExercise()}
          />
        </ClientMessages>
      ) : null}
    </>
  );
}

async function FoundMeetings({ filters, before }: FoundProps) {
  const found = await (await serverApi()).search.meetings(narrowed(filters, before));
  return (
    <Page filters={filters} before={before} found={found}>
      <AgendaResults found={found} filters={filters} />
    </Page>
  );
}

type PageOf = FoundProps & {
  found: { markings: Record<string, Marking>; older: string | null };
  children: ReactNode;
};

async function Page({ filters, before, found, children }: PageOf) {
  const t = await getTranslations('search');
  return (
    <>
      <PageMarking marking={dominant(Object.values(found.markings))} />
      <h2 className="mb-3">{t('found', { query: filters.q })}</h2>
      {children}
      <Pagination
        newer={before ? searchPath(filters) : null}
        older={found.older ? searchPath(filters, found.older) : null}
      />
    </>
  );
}
