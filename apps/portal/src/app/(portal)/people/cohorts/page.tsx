import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Cohorts } from '#features/cohorts/cohort-list.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cohorts'))('title') };
}

/** Groups of people who take a course together. */
export default async function CohortsPage() {
  const api = await serverApi();
  const [t, list] = await Promise.all([getTranslations('cohorts'), api.cohorts.list()]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          list.can.create ? (
            <LinkButton href="/people/cohorts/new" look="primary">
              {t('new')}
            </LinkButton>
          ) : null
        }
      />
      <PeopleTabs current="cohorts" />
      <Cohorts cohorts={list.cohorts} />
    </>
  );
}
