import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { EntryRow } from './entry-row.tsx';
import { isNarrowed, type SearchFilters, searchPath } from './filters.ts';

type Found = inferRouterOutputs<AppRouter>['search']['contributions'];

/** What was found, as rows: the words around the match, who wrote them, where and when. */
export function Results({ found, filters }: { found: Found; filters: SearchFilters }) {
  const t = useTranslations('search');
  if (found.results.length === 0) return <Nothing found={found} filters={filters} />;
  return (
    <ol aria-label={t('results')} className="border-t border-line">
      {found.results.map((result) => (
        <EntryRow
          key={result.id}
          result={result}
          level={found.markings[result.markingId]?.levelName}
          when={<Instant at={result.at} style="medium" />}
        />
      ))}
    </ol>
  );
}

/** Why there is nothing: no word to look for, none among the newest, too narrow a search, or no such word. */
export function Nothing({
  found,
  filters,
}: {
  found: Pick<Found, 'searched' | 'older'>;
  filters: SearchFilters;
}) {
  const t = useTranslations('search');
  if (!found.searched) return <EmptyState title={t('noWord.title')}>{t('noWord.body')}</EmptyState>;
  if (found.older) {
    return (
      <EmptyState
        title={t('further.title')}
        action={<LinkButton href={searchPath(filters, found.older)}>{t('further.go')}</LinkButton>}
      >
        {t('further.body')}
      </EmptyState>
    );
  }
  const meetings = filters.in === 'meetings';
  if (!isNarrowed(filters))
    return <EmptyState title={t('none.title')}>{t(meetings ? 'meetings.none' : 'none.body')}</EmptyState>;
  const wide = { ...filters, body: '', party: '', from: '', until: '', file: false };
  return (
    <EmptyState
      title={t('none.title')}
      action={<LinkButton href={searchPath(wide)}>{t('widen')}</LinkButton>}
    >
      {t(meetings ? 'meetings.noneNarrowed' : 'noneNarrowed')}
    </EmptyState>
  );
}
