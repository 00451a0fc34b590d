import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { ProgressTable } from '#features/learning-paths/progress-table.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/paths/[pathSlug]/progress'>;

async function load({ params, searchParams }: Props) {
  const [{ pathSlug }, { after }] = await Promise.all([params, searchParams]);
  const place = typeof after === 'string' ? { after: after.slice(0, 600) } : {};
  return (await serverApi()).paths.progress({ slug: pathSlug.slice(0, 80), ...place });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('learningPaths.whoIsWhere'), load(props)]);
  return { title: t('of', { title }) };
}

/** Where each of the reader's people who follow a path is with each of its courses. */
export default async function PathProgressPage(props: Props) {
  const [t, progress] = await Promise.all([getTranslations('learningPaths'), load(props)]);
  const here = `${paths.learningPath(progress.slug)}/progress`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: '/learn/paths' },
          { label: progress.title, href: paths.learningPath(progress.slug) },
        ]}
        title={t('whoIsWhere.title')}
        lead={t('whoIsWhere.lead')}
      />
      <ProgressTable progress={progress} />
      <Pagination older={progress.more ? `${here}?after=${progress.more}` : null} />
    </>
  );
}
