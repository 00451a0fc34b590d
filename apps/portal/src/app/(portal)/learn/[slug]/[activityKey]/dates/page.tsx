import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { PlannedDates } from '#features/live-sessions/planned-dates.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/[activityKey]/dates'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('liveSessions.planned'))('title') };
}

/** The dates of one session of a course, for its staff: for everybody, and for each cohort. */
export default async function SessionDatesPage({ params }: Props) {
  const { slug, activityKey } = await params;
  if (!isKey(slug) || !isKey(activityKey)) notFound();
  const [t, api] = await Promise.all([getTranslations('liveSessions.planned'), serverApi()]);
  const planned = await api.liveSessions.planned({ course: slug, sessionKey: activityKey });
  return (
    <ClientMessages of={['liveSessions', 'time']}>
      <PageHeader
        crumbs={[{ label: planned.course.title, href: paths.course(slug) }]}
        title={t('title')}
        lead={t('lead')}
      />
      <PlannedDates planned={planned} />
    </ClientMessages>
  );
}
