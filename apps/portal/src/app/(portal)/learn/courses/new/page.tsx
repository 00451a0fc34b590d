import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { NewCourse } from '#features/authoring/new-course.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authoring'))('new.title') };
}

/** Begins a course. */
export default async function NewCoursePage() {
  const [t, api] = await Promise.all([getTranslations('authoring'), serverApi()]);
  const choices = await api.authoring.newCourse();
  return (
    <ClientMessages of={['authoring.new', 'authoring.about', 'learn.categories']}>
      <PageHeader title={t('new.title')} crumbs={[{ label: t('mine.title'), href: '/learn/courses' }]} />
      <NewCourse choices={choices} />
    </ClientMessages>
  );
}
