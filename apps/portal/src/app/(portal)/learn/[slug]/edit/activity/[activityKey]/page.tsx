import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { ActivityFacts } from '#features/authoring/activity-facts.tsx';
import { KindEditor } from '#features/authoring/kinds/kinds.tsx';
import { TitleFields } from '#features/authoring/title-fields.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/edit/activity/[activityKey]'>;

const load = cache(async (course: string, activity: string) => {
  if (!isKey(course) || !isKey(activity)) notFound();
  const api = await serverApi();
  const [editor, edited] = [
    await api.authoring.course({ course }),
    await api.authoring.activity({ course, activity }),
  ];
  return { editor, edited };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, activityKey } = await params;
  const { edited } = await load(slug, activityKey);
  return { title: edited.activity.titles[edited.sourceLanguage] ?? activityKey };
}

/** One activity of the draft: its titles, what it is, and its words in every language. */
export default async function EditActivityPage({ params }: Props) {
  const { slug, activityKey } = await params;
  const [t, { editor, edited }] = await Promise.all([getTranslations('authoring'), load(slug, activityKey)]);
  const { activity, courseId, sourceLanguage } = edited;
  const languages = editor.languages.map(({ language }) => language);
  return (
    <ClientMessages
      of={[
        'authoring.activity',
        'authoring.outline',
        'authoring.languages',
        'authoring.saving',
        'assignments',
        'authoring.text',
        'authoring.conflict',
        'authoring.video',
        'authoring.files',
        'authoring.quiz',
        'authoring.session',
        'bank',
      ]}
    >
      <PageHeader
        title={<span lang={sourceLanguage}>{activity.titles[sourceLanguage] ?? activity.key}</span>}
        lead={t(`kinds.${activity.kind}`)}
        crumbs={[
          { label: t('mine.title'), href: paths.writing() },
          { label: editor.title, href: paths.edit(slug) },
        ]}
        actions={<LinkButton href={paths.preview(slug, activity.key)}>{t('frame.preview')}</LinkButton>}
      />
      <div className="mb-8 grid gap-6 border-b border-line pb-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TitleFields
          course={slug}
          courseId={courseId}
          part="activity"
          id={activity.id}
          titles={activity.titles}
          languages={languages}
        />
        <ActivityFacts courseId={courseId} activity={activity} />
      </div>
      <KindEditor course={slug} edited={edited} languages={languages} />
    </ClientMessages>
  );
}
