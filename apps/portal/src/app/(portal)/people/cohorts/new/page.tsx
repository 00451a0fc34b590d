import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { NewCohort } from '#features/cohorts/new-cohort.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cohorts'))('new') };
}

/** Makes a cohort. */
export default async function NewCohortPage() {
  const api = await serverApi();
  const [t, clock, choices] = await Promise.all([
    getTranslations('cohorts'),
    getClock(),
    api.cohorts.choices(),
  ]);
  const zone = clock.zones.headquarters;
  return (
    <ClientMessages of={['cohorts']}>
      <PageHeader crumbs={[{ label: t('title'), href: '/people/cohorts' }]} title={t('new')} />
      <NewCohort choices={choices} zone={zone} today={dayOf(clock.now, zone)} />
    </ClientMessages>
  );
}
