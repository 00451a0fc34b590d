import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { MarkedParts } from './marked-parts.tsx';

type Outputs = inferRouterOutputs<AppRouter>['search'];

type Props = {
  result: (Outputs['contributions'] | Outputs['inThread'])['results'][number];
  level: string | undefined;
  /** When it was written, as the server or the browser can say it. */
  when: ReactNode;
};

/** An entry that was found: the words around the match, who wrote them, where and when. */
export function EntryRow({ result, level, when }: Props) {
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
        {when}
        <span>{t('in', { thread: result.bodyCode })}</span>
        {level ? <Tag>{level}</Tag> : null}
      </p>
    </li>
  );
}
