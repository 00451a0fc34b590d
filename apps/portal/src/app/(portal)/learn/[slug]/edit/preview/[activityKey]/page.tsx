import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Notice } from '#components/notice.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { ActivityBody } from '#features/unit/activity-body.tsx';
import { UnitFrame } from '#features/unit/unit-frame.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/edit/preview/[activityKey]'>;

const load = cache(async (course: string, activity: string, language: string | undefined) => {
  if (!isKey(course) || !isKey(activity)) notFound();
  return (await serverApi()).authoring.preview({ course, activity, language });
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

/** An activity of the draft in the player, as a learner would get it. Nothing is recorded. */
export default async function PreviewPage(props: Props) {
  const [t, unit, page] = await Promise.all([
    getTranslations('authoring.preview'),
    getTranslations('unit'),
    pageOf(props),
  ]);
  const { activity, course, language, position, progress } = page;
  return (
    <UnitFrame page={page}>
      <Notice
        title={t('title')}
        action={<LinkButton href={paths.editActivity(course.slug, activity.key)}>{t('back')}</LinkButton>}
      >
        <p className="text-ink-2">{t('explain')}</p>
      </Notice>
      <p className="mb-1.5 text-sm text-ink-2">
        {unit('position', { position, total: progress.total, minutes: activity.minutes })}
      </p>
      <h1 lang={language} className="mb-6 max-w-measure wrap-anywhere">
        {activity.title}
      </h1>
      <ActivityBody page={page} />
    </UnitFrame>
  );
}
