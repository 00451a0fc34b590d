import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { MakePath } from '#features/learning-paths/path-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learningPaths'))('new') };
}

/** Makes a path. */
export default async function NewPathPage() {
  const api = await serverApi();
  const [t, choices] = await Promise.all([getTranslations('learningPaths'), api.paths.choices()]);
  return (
    <ClientMessages of={['learningPaths']}>
      <PageHeader crumbs={[{ label: t('title'), href: '/learn/paths' }]} title={t('new')} />
      <MakePath choices={choices} />
    </ClientMessages>
  );
}
