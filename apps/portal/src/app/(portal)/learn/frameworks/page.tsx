import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { FrameworkList } from '#features/frameworks/framework-list.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frameworks'))('title') };
}

/** The competency frameworks the alliance works with. */
export default async function FrameworksPage() {
  const [t, api] = await Promise.all([getTranslations('frameworks'), serverApi()]);
  const { frameworks, can } = await api.frameworks.list();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('learn'), href: '/learn' }]}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {can.map ? <LinkButton href={paths.mappings()}>{t('mappings.title')}</LinkButton> : null}
            {can.bringIn ? <LinkButton href={paths.importFramework()}>{t('import.open')}</LinkButton> : null}
          </>
        }
      />
      {frameworks.length === 0 ? (
        <EmptyState title={t('none')}>{t(can.bringIn ? 'noneBody' : 'noneYet')}</EmptyState>
      ) : (
        <FrameworkList frameworks={frameworks} />
      )}
    </>
  );
}
