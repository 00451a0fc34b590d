import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { ChangePath } from '#features/learning-paths/path-form.tsx';
import { paths as addresses } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ pathSlug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learningPaths'))('change') };
}

/** Changes a path. */
export default async function ChangePathPage({ params }: Props) {
  const slug = (await params).pathSlug.slice(0, 80);
  const api = await serverApi();
  const [t, path, choices] = await Promise.all([
    getTranslations('learningPaths'),
    api.paths.form({ slug }),
    api.paths.choices(),
  ]);
  return (
    <ClientMessages of={['learningPaths']}>
      <PageHeader crumbs={[{ label: path.title, href: addresses.learningPath(slug) }]} title={t('change')} />
      <ChangePath choices={choices} path={path} />
    </ClientMessages>
  );
}
