import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';

type Found = inferRouterOutputs<AppRouter>['search']['contributions'];
type Result = Found['results'][number];

/** What was found, as rows: the words around the match, who wrote them, where and when. */
export async function Results({ found }: { found: Found }) {
  const t = await getTranslations('search');
  if (found.results.length === 0) return <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>;
  return (
    <ol aria-label={t('results')} className="border-t border-line">
      {found.results.map((result) => (
        <Row key={result.id} result={result} level={found.markings[result.markingId]?.levelName} />
      ))}
    </ol>
  );
}

async function Row({ result, level }: { result: Result; level?: string }) {
  const t = await getTranslations('search');
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
        {result.parts.map((part, index) =>
          part.match ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order
            <mark key={index} className="rounded-sm bg-bracket text-ink">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
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
