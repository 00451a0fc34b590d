import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { BringArchive } from '#features/authoring/bring-archive.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authoring'))('archive.title') };
}

/** Brings a course archive into the editor. */
export default async function BringArchivePage() {
  const [t, api] = await Promise.all([getTranslations('authoring'), serverApi()]);
  const { can } = await api.authoring.mine();
  const levels = can.create ? (await api.authoring.newCourse()).levels : [];
  return (
    <ClientMessages of={['authoring.archive', 'authoring.kinds', 'authoring.about', 'authoring.text']}>
      <PageHeader
        title={t('archive.title')}
        lead={t('archive.lead')}
        crumbs={[{ label: t('mine.title'), href: '/learn/courses' }]}
      />
      <BringArchive levels={levels} />
    </ClientMessages>
  );
}
