import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Cohorts } from '#features/cohorts/cohort-list.tsx';
import { CourseMarking, levelTitle } from '#features/course/course-marking.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { serverApi } from '#trpc/server.ts';

const load = cache(async () => {
  const list = await (await serverApi()).cohorts.list();
  return { list, levels: list.cohorts.map(({ level }) => level) };
});

export async function generateMetadata(): Promise<Metadata> {
  const [t, { levels }] = await Promise.all([getTranslations('cohorts'), load()]);
  return { title: await levelTitle(t('title'), levels) };
}

/** Groups of people who take a course together. */
export default async function CohortsPage() {
  const [t, { list, levels }] = await Promise.all([getTranslations('cohorts'), load()]);
  return (
    <>
      <CourseMarking levels={levels} />
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
