import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { ImportWork } from '#features/work/import-work.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work.import'))('open') };
}

/** Who does which work, from a file. */
export default async function ImportWorkPage() {
  await (await serverApi()).work.list();
  const t = await getTranslations('work');
  return (
    <ClientMessages of={['work']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/people/work' }]}
        title={t('import.open')}
        lead={t('import.lead')}
      />
      <ImportWork />
    </ClientMessages>
  );
}
