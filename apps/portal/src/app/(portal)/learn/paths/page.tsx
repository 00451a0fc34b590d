import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Paths } from '#features/learning-paths/path-list.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learningPaths'))('title') };
}

/** Courses in an order that lead somewhere. */
export default async function PathsPage() {
  const api = await serverApi();
  const [t, list] = await Promise.all([getTranslations('learningPaths'), api.paths.list()]);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('learn'), href: '/learn' }]}
        title={t('title')}
        lead={t('lead')}
        actions={
          list.can.make ? (
            <LinkButton href="/learn/paths/new" look="primary">
              {t('new')}
            </LinkButton>
          ) : null
        }
      />
      <Paths paths={list.paths} />
    </>
  );
}
