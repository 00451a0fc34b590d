import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { JudgeForm } from '#features/assignments/judge-form.tsx';
import { Judgements } from '#features/assignments/judgements.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/[activityKey]/work/[submissionId]'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('queue.title') };
}

/** One piece of work to judge. */
export default async function WorkPage({ params }: Props) {
  const { slug, activityKey, submissionId } = await params;
  if (!isKey(slug) || !isKey(activityKey) || !/^[0-9a-f-]{36}$/.test(submissionId)) notFound();
  const [t, clock, api] = await Promise.all([getTranslations('assignments'), getClock(), serverApi()]);
  const work = await api.assignments.work({ submissionId });
  const { course, activity } = await api.courses.activity({ course: slug, activity: activityKey });
  const address = `${paths.activity(slug, activityKey)}/work`;
  return (
    <>
      <PageHeader
        title={work.person ?? t('queue.unnamed', { code: work.id.slice(-4).toUpperCase() })}
        lead={work.submittedAt ? t('handedInAt', { at: clock.at(work.submittedAt) }) : undefined}
        crumbs={[
          { label: course.title, href: paths.course(slug) },
          { label: activity.title, href: paths.activity(slug, activityKey) },
          { label: t('queue.title'), href: address },
        ]}
      />
      {work.writing.length > 0 && work.may ? (
        <p className="mb-5 border-l-3 border-warn pl-3">
          {t('queue.writing', { names: work.writing.join(', ') })}
        </p>
      ) : null}
      {work.settling ? <p className="mb-5 border-l-3 border-warn pl-3">{t('settling')}</p> : null}
      <ClientMessages of={['assignments']}>
        <JudgeForm key={work.own?.revision ?? 0} work={work} address={address} />
      </ClientMessages>
      <Judgements work={work} />
    </>
  );
}
