import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { BodyList } from '#features/consult/body-list.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consult'))('title') };
}

/** The bodies the reader sits in, with what is unread in each. */
export default async function ConsultPage() {
  const api = await serverApi();
  const [t, bodies] = await Promise.all([getTranslations('consult'), api.bodies.mine()]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <BodyList bodies={bodies} />
    </>
  );
}
