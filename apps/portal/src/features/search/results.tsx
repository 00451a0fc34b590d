import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { isNarrowed, type SearchFilters, searchPath } from './filters.ts';
import { MarkedParts } from './marked-parts.tsx';

type Found = inferRouterOutputs<AppRouter>['search']['contributions'];
type Result = Found['results'][number];

/** What was found, as rows: the words around the match, who wrote them, where and when. */
export function Results({ found, filters }: { found: Found; filters: SearchFilters }) {
  const t = useTranslations('search');
  if (found.results.length === 0) return <Nothing found={found} filters={filters} />;
  return (
    <ol aria-label={t('results')} className="border-t border-line">
      {found.results.map((result) => (
        <Row key={result.id} result={result} level={found.markings[result.markingId]?.levelName} />
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

function Row({ result, level }: { result: Result; level?: string }) {
  const t = useTranslations('search');
  return (
    <li className="border-b border-line py-4">
      <p>
        <Link
          href={paths.contribution(result.thread.id, result.id)}
          className="font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          {result.thread.title}
        </Link>
      </p>
      <p className="max-w-measure text-ink-2 wrap-anywhere">
        <MarkedParts parts={result.parts} />
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-3">
        <span>
          {result.author}, <abbr title={result.party.name}>{result.party.code}</abbr>
        </span>
        <Instant at={result.at} style="medium" />
        <span>{t('in', { thread: result.bodyCode })}</span>
        {level ? <Tag>{level}</Tag> : null}
      </p>
    </li>
  );
}
