import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Pagination } from '#components/ui/pagination.tsx';
import { isId } from '#features/address.ts';
import { CourseMarking, levelTitle } from '#features/course/course-marking.tsx';
import { ProgressTable } from '#features/learning-paths/progress-table.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/paths/[pathSlug]/progress'>;

async function load({ params, searchParams }: Props) {
  const [{ pathSlug }, { after, cohort }] = await Promise.all([params, searchParams]);
  const place = typeof after === 'string' ? { after: after.slice(0, 600) } : {};
  const within = typeof cohort === 'string' && isId(cohort) ? { cohortId: cohort } : {};
  return (await serverApi()).paths.progress({ slug: pathSlug.slice(0, 80), ...place, ...within });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { title, levels }] = await Promise.all([
    getTranslations('learningPaths.whoIsWhere'),
    load(props),
  ]);
  return { title: await levelTitle(t('of', { title }), levels) };
}

/** Where each of the reader's people who follow a path is with each of its courses. */
export default async function PathProgressPage(props: Props) {
  const [t, progress, locale] = await Promise.all([
    getTranslations('learningPaths'),
    load(props),
    getLocale(),
  ]);
  const { slug, cohort, more } = progress;
  return (
    <>
      <CourseMarking levels={progress.levels} />
      <PageHeader
        crumbs={[
          { label: t('title'), href: '/learn/paths' },
          { label: progress.title, href: paths.learningPath(slug) },
        ]}
        title={t('whoIsWhere.title')}
        lead={cohort ? t('whoIsWhere.ofCohort', { name: inLocale(locale, cohort) }) : t('whoIsWhere.lead')}
        actions={
          progress.people.length > 0 ? (
            <a href={paths.pathProgressFile(slug, cohort?.id)} download className={buttonLook()}>
              {t('whoIsWhere.download')}
            </a>
          ) : null
        }
      />
      <ProgressTable progress={progress} />
      <Pagination older={more ? paths.pathProgress(slug, cohort?.id, more) : null} />
    </>
  );
}
