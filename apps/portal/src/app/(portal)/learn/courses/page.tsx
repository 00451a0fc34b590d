import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { OwnCourses } from '#features/authoring/own-courses.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authoring'))('mine.title') };
}

/** The courses I write. */
export default async function OwnCoursesPage() {
  const [t, learn, api] = await Promise.all([
    getTranslations('authoring'),
    getTranslations('learn'),
    serverApi(),
  ]);
  const { courses, can } = await api.authoring.mine();
  return (
    <>
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        crumbs={[{ label: learn('title'), href: '/learn' }]}
        actions={
          <>
            <LinkButton href={paths.credentialTemplates()}>{t('mine.templates')}</LinkButton>
            <LinkButton href="/learn/courses/import">{t('archive.title')}</LinkButton>
            {can.create ? (
              <LinkButton look="primary" href="/learn/courses/new">
                {t('new.title')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <OwnCourses courses={courses} />
    </>
  );
}
