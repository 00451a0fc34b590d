import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';

type Course = inferRouterOutputs<AppRouter>['authoring']['mine']['courses'][number];

/** The courses a person writes, and how far each is. */
export function OwnCourses({ courses }: { courses: readonly Course[] }) {
  const t = useTranslations('authoring.mine');
  if (courses.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {courses.map(({ id, slug, title, language, draft, published }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
          <Link href={paths.edit(slug)} lang={language} className="font-semibold text-accent hover:underline">
            {title}
          </Link>
          <span className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
            {published === null ? t('unpublished') : t('published', { number: published })}
            {draft === null ? null : <Tag tone="info">{t('draft', { number: draft })}</Tag>}
          </span>
        </li>
      ))}
    </ul>
  );
}
