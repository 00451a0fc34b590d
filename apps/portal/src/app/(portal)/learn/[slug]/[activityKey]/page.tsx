import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { UnitQuestions } from '#features/questions/unit-questions.tsx';
import { StaffLinks } from '#features/quiz/staff/staff-links.tsx';
import { StudyNotes } from '#features/study/study-notes.tsx';
import { ActivityBody } from '#features/unit/activity-body.tsx';
import { ReadingPlace } from '#features/unit/reading-place.tsx';
import { UnitFrame } from '#features/unit/unit-frame.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/[activityKey]'>;

/** Kinds with a text to mark passages in. */
const READ: ReadonlySet<string> = new Set(['page', 'video']);

const load = cache(async (course: string, activity: string, language: string | undefined) => {
  if (!isKey(course) || !isKey(activity)) notFound();
  return (await serverApi()).courses.activity({ course, activity, language });
});

async function pageOf({ params, searchParams }: Props) {
  const [{ slug, activityKey }, { language }] = await Promise.all([params, searchParams]);
  const wanted = typeof language === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language);
  return load(slug, activityKey, wanted ? language : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { activity, course } = await pageOf(props);
  return { title: `${activity.title} · ${course.title}` };
}

/** One activity of a course. */
export default async function ActivityPage(props: Props) {
  const [t, page] = await Promise.all([getTranslations('unit'), pageOf(props)]);
  const { activity, course, enrolment, language, position, progress } = page;
  return (
    <UnitFrame page={page}>
      <p className="mb-1.5 text-sm text-ink-2">
        {t('position', { position, total: progress.total, minutes: activity.minutes })}
      </p>
      <h1 lang={language} className="mb-6 max-w-measure wrap-anywhere">
        {activity.title}
      </h1>
      <ActivityBody page={page} />
      {activity.kind === 'quiz' && page.staff ? (
        <StaffLinks slug={course.slug} activityKey={activity.key} />
      ) : null}
      {activity.text && READ.has(activity.kind) && !page.barrier ? (
        <ClientMessages of={['study']}>
          <StudyNotes course={course.slug} activity={activity.key} language={activity.text.language} />
        </ClientMessages>
      ) : null}
      {page.asks && !page.barrier ? (
        <ClientMessages of={['questions']}>
          <UnitQuestions course={course.slug} courseId={course.id} activity={activity.key} />
        </ClientMessages>
      ) : null}
      {enrolment && !page.barrier ? (
        <ReadingPlace
          key={activity.id}
          enrolmentId={enrolment.id}
          activityId={activity.id}
          anchor={activity.anchor}
          language={activity.text?.language ?? language}
        />
      ) : null}
    </UnitFrame>
  );
}
