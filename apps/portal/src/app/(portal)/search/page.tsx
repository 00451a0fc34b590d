import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Button } from '#components/ui/button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { dominant, releaseWords } from '#features/consult/marking-words.ts';
import { Results } from '#features/search/results.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

/** Search over what the reader may read; it works without script. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { q, before } = await searchParams;
  const query = typeof q === 'string' ? q.replace(/\p{C}/gu, ' ').trim().slice(0, 200) : '';
  const t = await getTranslations('search');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <search>
        <form action="/search" className="mb-6 max-w-measure">
          <label htmlFor="q" className="mb-1 block font-semibold">
            {t('label')}
          </label>
          <div className="flex gap-2">
            <input
              id="q"
              name="q"
              type="search"
              required
              maxLength={200}
              defaultValue={query}
              aria-describedby="q-hint"
              className="block w-full rounded-md border border-line-field bg-paper px-3 py-2"
            />
            <Button type="submit" look="primary">
              {t('submit')}
            </Button>
          </div>
          <p id="q-hint" className="mt-1.5 text-sm text-ink-2">
            {t('hint')}
          </p>
        </form>
      </search>
      {query === '' ? (
        <EmptyState title={t('start.title')}>{t('start.body')}</EmptyState>
      ) : (
        <Found query={query} before={typeof before === 'string' ? before : undefined} />
      )}
    </>
  );
}

async function Found({ query, before }: { query: string; before: string | undefined }) {
  const api = await serverApi();
  const found = await api.search.contributions({ query, ...(before && { before }) });
  const [t, m, locale] = await Promise.all([
    getTranslations('search'),
    getTranslations('markings'),
    getLocale(),
  ]);
  const marking = dominant(Object.values(found.markings));
  const here = `/search?q=${encodeURIComponent(query)}`;
  return (
    <>
      {marking ? (
        <MarkingBanner
          of="page"
          words={{ level: marking.levelName, release: releaseWords(marking, m, locale) }}
        />
      ) : null}
      <h2 className="mb-3">{t('found', { query })}</h2>
      <Results found={found} />
      <Pagination newer={before ? here : null} older={found.older ? `${here}&before=${found.older}` : null} />
    </>
  );
}
