import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { MakeTemplate } from '#features/credential-templates/template-form.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('credentialTemplates'))('new') };
}

/** Makes a template. */
export default async function NewTemplatePage() {
  const api = await serverApi();
  // Who keeps no templates finds no page.
  const [t, clock] = await Promise.all([
    getTranslations('credentialTemplates'),
    getClock(),
    api.credentialTemplates.list(),
  ]);
  return (
    <ClientMessages of={['credentialTemplates']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: paths.credentialTemplates() }]}
        title={t('new')}
        lead={t('newLead')}
      />
      <MakeTemplate today={dayOf(clock.now, clock.zones.headquarters)} />
    </ClientMessages>
  );
}
