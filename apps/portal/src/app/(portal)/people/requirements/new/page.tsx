import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { emptyValues } from '#features/requirements/form-input.ts';
import { RequirementForm } from '#features/requirements/requirement-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requirements'))('new') };
}

/** Makes a requirement. */
export default async function NewRequirementPage() {
  const api = await serverApi();
  const [t, clock, choices] = await Promise.all([
    getTranslations('requirements'),
    getClock(),
    api.requirements.choices(),
  ]);
  return (
    <ClientMessages of={['requirements', 'readiness.standing', 'shell.roles']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/people/requirements' }]}
        title={t('new')}
        lead={t('newLead')}
      />
      <RequirementForm choices={choices} values={emptyValues} zone={clock.zones.headquarters} />
    </ClientMessages>
  );
}
