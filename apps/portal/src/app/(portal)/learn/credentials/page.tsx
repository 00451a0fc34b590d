import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { CredentialList } from '#features/credential/credential-list.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('credential'))('mine') };
}

/** What I have earned, and until when it holds. */
export default async function CredentialsPage() {
  const api = await serverApi();
  const [t, words, credentials] = await Promise.all([
    getTranslations('credential'),
    getTranslations('shell.sections'),
    api.credentials.mine(),
  ]);
  return (
    <>
      <PageHeader title={t('mine')} lead={t('lead')} crumbs={[{ label: words('learn'), href: '/learn' }]} />
      <CredentialList credentials={credentials} />
    </>
  );
}
