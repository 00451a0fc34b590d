import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { SearchFilters } from './filters.ts';
import { MarkedParts } from './marked-parts.tsx';
import { Nothing } from './results.tsx';

type Found = inferRouterOutputs<AppRouter>['search']['meetings'];
type Result = Found['results'][number];

/** Meetings and items of agendas that were found, with the words around the match. */
export function AgendaResults({ found, filters }: { found: Found; filters: SearchFilters }) {
  const t = useTranslations('search');
  if (found.results.length === 0) return <Nothing found={found} filters={filters} />;
  return (
    <ol aria-label={t('meetings.results')} className="border-t border-line">
      {found.results.map((result) => (
        <Row key={result.id} result={result} level={found.markings[result.markingId]?.levelName} />
      ))}
    </ol>
  );
}

function Row({ result, level }: { result: Result; level?: string }) {
  const t = useTranslations('search');
  const { meeting, item, title, parts, bodyCode } = result;
  return (
    <li className="border-b border-line py-4">
      <p>
        <Link
          href={item ? paths.meetingItem(meeting.id, item.id) : paths.meeting(meeting.id)}
          className="font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          <MarkedParts parts={item ? item.title : title} />
        </Link>
      </p>
      <p className="max-w-measure text-ink-2 wrap-anywhere">
        <MarkedParts parts={parts} />
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-3">
        <span className="wrap-anywhere">
          {item ? t('meetings.item', { meeting: meeting.title }) : t('meetings.meeting')}
        </span>
        <Instant at={meeting.startsAt} style="medium" />
        <span>{t('in', { thread: bodyCode })}</span>
        {level ? <Tag>{level}</Tag> : null}
      </p>
    </li>
  );
}
