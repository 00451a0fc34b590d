import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { CourseMarking, levelTitle } from '#features/course/course-marking.tsx';
import { CohortsOnPath } from '#features/learning-paths/cohorts-on-path.tsx';
import { Follow, PutOnPath } from '#features/learning-paths/follow.tsx';
import { Followers, Steps } from '#features/learning-paths/steps.tsx';
import type { Path } from '#features/learning-paths/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ pathSlug: string }> };

const load = async ({ params }: Props): Promise<Path> =>
  (await serverApi()).paths.bySlug({ slug: (await params).pathSlug.slice(0, 80) });

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, levels } = await load(props);
  return { title: await levelTitle(title, levels) };
}

/** One path: its courses, where the reader is, and who of their people follows it. */
export default async function PathPage(props: Props) {
  const [path, t, api] = await Promise.all([load(props), getTranslations('learningPaths'), serverApi()]);
  const cohorts = await api.paths.cohorts({ pathId: path.id });
  return (
    <ClientMessages of={['learningPaths']}>
      <CourseMarking levels={path.levels} />
      <PageHeader
        crumbs={[{ label: t('title'), href: '/learn/paths' }]}
        title={path.title}
        lead={path.summary}
        actions={
          <>
            {path.can.change ? (
              <LinkButton href={`/learn/paths/${path.slug}/edit`}>{t('change')}</LinkButton>
            ) : null}
            {path.byCohort ? null : <Follow pathId={path.id} own={path.own} />}
          </>
        }
      />
      <p className="mb-4 max-w-measure">
        {path.follows
          ? t('progress', { done: path.progress.done, total: path.progress.total })
          : t('courses', { count: path.steps.length })}
        {path.inOrder ? ` · ${t('goesInOrder')}` : ''}
        {path.byCohort ? ` · ${t('byCohort')}` : ''}
        {path.award ? (
          <>
            {' · '}
            <Link href={`/verify/${path.award.publicId}`} className="text-accent underline">
              {t('earned')}
            </Link>
            {' · '}
            <a href={`/api/credentials/${path.award.id}.pdf`} download className="text-accent underline">
              {t('paper')}
            </a>
          </>
        ) : path.awards ? (
          ` · ${t('awards')}`
        ) : (
          ''
        )}
      </p>
      <Steps steps={path.steps} />
      {path.followers ? (
        <section aria-labelledby="followers" className="mt-9">
          <h2 id="followers" className="mb-3">
            {t('followers')}
          </h2>
          <Followers followers={path.followers} />
          {path.followers.length > 0 ? (
            <LinkButton href={`/learn/paths/${path.slug}/progress`} className="mt-3">
              {t('whoIsWhere.title')}
            </LinkButton>
          ) : null}
          {path.can.put ? <PutOnPath pathId={path.id} /> : null}
        </section>
      ) : null}
      {cohorts.length > 0 ? <CohortsOnPath pathId={path.id} slug={path.slug} cohorts={cohorts} /> : null}
    </ClientMessages>
  );
}
