import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TemplateList } from '#features/credential-templates/template-list.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('credentialTemplates'))('title') };
}

/** How credentials read and look: the templates that courses and paths choose from. */
export default async function CredentialTemplatesPage() {
  const api = await serverApi();
  const [t, { templates }, writing] = await Promise.all([
    getTranslations('credentialTemplates'),
    api.credentialTemplates.list(),
    getTranslations('authoring.mine'),
  ]);
  return (
    <>
      <PageHeader
        crumbs={[{ label: writing('title'), href: '/learn/courses' }]}
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href="/learn/credentials/templates/new" look="primary">
            {t('new')}
          </LinkButton>
        }
      />
      <TemplateList templates={templates} />
    </>
  );
}
