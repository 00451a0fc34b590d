import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { ImportFramework } from '#features/frameworks/import-framework.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frameworks.import'))('open') };
}

/** A framework, or a new version of one, from its publisher's own file. */
export default async function ImportFrameworkPage() {
  const [t, api] = await Promise.all([getTranslations('frameworks'), serverApi()]);
  if (!(await api.frameworks.list()).can.bringIn) notFound();
  return (
    <ClientMessages of={['frameworks']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: paths.frameworks() }]}
        title={t('import.open')}
        lead={t('import.lead')}
      />
      <ImportFramework />
    </ClientMessages>
  );
}
