import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { actionFollowed, Follows } from '#features/lessons/followed.tsx';
import { emptyValues } from '#features/requirements/form-input.ts';
import { RequirementForm } from '#features/requirements/requirement-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requirements'))('new') };
}

/** Makes a requirement; with an action of a lesson named, as what that becomes. */
export default async function NewRequirementPage({ searchParams }: PageProps<'/people/requirements/new'>) {
  const { action } = await searchParams;
  const api = await serverApi();
  const [t, clock, choices, follows] = await Promise.all([
    getTranslations('requirements'),
    getClock(),
    api.requirements.choices(),
    actionFollowed(action),
  ]);
  return (
    <ClientMessages of={['requirements', 'readiness.standing', 'shell.roles']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/people/requirements' }]}
        title={t('new')}
        lead={t('newLead')}
      />
      <Follows follows={follows}>{follows ? t('follows', { what: follows.what }) : null}</Follows>
      <RequirementForm
        choices={choices}
        values={emptyValues}
        zone={clock.zones.headquarters}
        follows={follows ?? undefined}
      />
    </ClientMessages>
  );
}
