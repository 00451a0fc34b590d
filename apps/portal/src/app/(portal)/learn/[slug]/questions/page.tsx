import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { isId } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { LiveQuestions } from '#features/questions/live-questions.tsx';
import { QuestionRows } from '#features/questions/question-rows.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/questions'>;

const STATES = ['waiting', 'answered', 'all'] as const;
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('questions'))('pageTitle') };
}

/** What was asked all over a course: for its staff what waits, for its learners what was said. */
export default async function CourseQuestionsPage({ params, searchParams }: Props) {
  const [{ slug }, { state, before }] = await Promise.all([params, searchParams]);
  if (!isKey(slug)) notFound();
  const [t, learn, api] = await Promise.all([
    getTranslations('questions'),
    getTranslations('learn'),
    serverApi(),
  ]);
  const shown = STATES.find((one) => one === state) ?? 'waiting';
  const list = await api.questions.list({
    course: slug,
    ...(shown !== 'all' && { answered: shown === 'answered' }),
    ...(isId(before) && { before }),
  });
  const here = paths.courseQuestions(slug);
  return (
    <>
      <PageHeader
        title={t('pageTitle')}
        lead={t(list.mayAnswer ? 'leadStaff' : 'lead', { count: list.waiting })}
        crumbs={[
          { label: learn('title'), href: '/learn' },
          { label: list.course.title, href: paths.course(list.course.slug) },
        ]}
      />
      <Tabs
        label={t('states.label')}
        tabs={STATES.map((one) => ({
          href: `${here}?state=${one}`,
          label: t(`states.${one}`),
          current: one === shown,
          ...(one === 'waiting' && { count: list.waiting }),
        }))}
      />
      {list.questions.length === 0 ? (
        <EmptyState title={t(`empty.${shown}`)}>{t('empty.body')}</EmptyState>
      ) : (
        <QuestionRows questions={list.questions} about={list.course} />
      )}
      <Pagination older={list.older ? `${here}?state=${shown}&before=${list.older}` : null} />
      <LiveQuestions courseId={list.course.id} />
    </>
  );
}
