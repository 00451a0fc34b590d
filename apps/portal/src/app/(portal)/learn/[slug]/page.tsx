import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { AboutCourse } from '#features/course/about-course.tsx';
import { BeforeYouBegin } from '#features/course/before-you-begin.tsx';
import { CourseFacts } from '#features/course/course-facts.tsx';
import { levelTitle } from '#features/course/course-marking.tsx';
import { CourseOutline } from '#features/course/course-outline.tsx';
import { MyWay } from '#features/course/my-way.tsx';
import { OpenCohorts } from '#features/course/open-cohorts.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]'>;

const load = cache(async (course: string) => {
  if (!isKey(course)) notFound();
  return (await serverApi()).courses.page({ course });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, level } = await load((await params).slug);
  return { title: await levelTitle(title, [level]) };
}

/** One course: what it is, what is in it, and where I stand. */
export default async function CoursePage({ params }: Props) {
  const [t, words, course] = await Promise.all([
    getTranslations('learn'),
    getTranslations('course'),
    params.then(({ slug }) => load(slug)),
  ]);
  return (
    <>
      <PageHeader
        title={<span lang={course.language}>{course.title}</span>}
        lead={<span lang={course.language}>{course.summary}</span>}
        crumbs={[{ label: t('title'), href: '/learn' }]}
        actions={
          <>
            {course.can.results ? (
              <LinkButton href={paths.courseDashboard(course.slug)}>{t('dashboard')}</LinkButton>
            ) : null}
            {course.enrolment ? (
              <LinkButton href={paths.courseNotes(course.slug)}>{words('notesLink')}</LinkButton>
            ) : null}
            {course.can.ask ? (
              <LinkButton href={paths.courseQuestions(course.slug)}>{words('questionsLink')}</LinkButton>
            ) : null}
            {course.can.map ? (
              <LinkButton href={paths.mapping('course', course.id)}>{words('mappings')}</LinkButton>
            ) : null}
            {course.can.edit ? <LinkButton href={paths.edit(course.slug)}>{words('edit')}</LinkButton> : null}
          </>
        }
      />
      <MyWay course={course} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
        <div className="flex flex-col gap-8">
          <AboutCourse course={course} />
          <BeforeYouBegin course={course} />
          <OpenCohorts cohorts={course.openCohorts} />
          <CourseOutline course={course} />
        </div>
        <CourseFacts course={course} />
      </div>
    </>
  );
}
