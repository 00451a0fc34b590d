import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { paths as addresses } from '#features/paths.ts';
import type { PathList } from './types.ts';

/** The paths there are, with how far the reader is on those they follow. */
export async function Paths({ paths }: { paths: PathList['paths'] }) {
  const t = await getTranslations('learningPaths');
  if (paths.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <ul className="border-t border-line">
      {paths.map((path) => (
        <li key={path.id} className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[1fr_14rem]">
          <div className="min-w-0">
            <Link
              href={addresses.learningPath(path.slug)}
              className="font-semibold wrap-anywhere hover:text-accent hover:underline"
            >
              {path.title}
            </Link>
            <p className="max-w-measure text-sm text-ink-2">{path.summary}</p>
            <p className="text-sm text-ink-3">
              {t('courses', { count: path.courses })}
              {path.awards ? ` · ${t('awards')}` : ''}
            </p>
          </div>
          {path.follows ? (
            <div className="text-sm">
              <p>{t('progress', { done: path.progress.done, total: path.progress.total })}</p>
              <ProgressBar done={path.progress.done} total={path.progress.total} label={path.title} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
