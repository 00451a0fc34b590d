import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { isId } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { NoteList } from '#features/study/note-list.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/notes'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('study'))('pageTitle') };
}

/** Everything I marked and noted in a course, each with the way to its place. */
export default async function CourseNotesPage({ params, searchParams }: Props) {
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  if (!isKey(slug)) notFound();
  const [t, learn, api] = await Promise.all([
    getTranslations('study'),
    getTranslations('learn'),
    serverApi(),
  ]);
  const from = isId(after) ? { after } : {};
  const { course, notes, next } = await api.study.course({ course: slug, ...from });
  return (
    <>
      <PageHeader
        title={t('pageTitle')}
        lead={t('lead')}
        crumbs={[
          { label: learn('title'), href: '/learn' },
          { label: course.title, href: paths.course(course.slug) },
        ]}
      />
      {notes.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
      ) : (
        <NoteList course={course} notes={notes} />
      )}
      <Pagination older={next ? `${paths.courseNotes(slug)}?after=${next}` : null} />
    </>
  );
}
