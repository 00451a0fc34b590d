import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { AimAt } from '#features/competence/aim-at.tsx';
import { NextCourse } from '#features/competence/next-course.tsx';
import { PartsPlayed } from '#features/competence/parts-played.tsx';
import { WorkCompetences } from '#features/competence/work-competences.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('competence'))('title') };
}

/** The reader's own competences: what their work needs, what of it is shown and until when, and the one next step. */
export default async function MyCompetencesPage() {
  const [t, api] = await Promise.all([getTranslations('competence'), serverApi()]);
  const { works, next, played, choices } = await api.competence.mine();
  return (
    <ClientMessages of={['competence']}>
      <PageHeader crumbs={[{ label: t('learn'), href: '/learn' }]} title={t('title')} lead={t('lead')} />
      <NextCourse next={next} own />
      {works.length === 0 ? <EmptyState title={t('none')}>{t('noneBody')}</EmptyState> : null}
      {works.map((work) => (
        <WorkCompetences key={work.id} work={work} own />
      ))}
      <PartsPlayed played={played} />
      <AimAt choices={choices} />
    </ClientMessages>
  );
}
