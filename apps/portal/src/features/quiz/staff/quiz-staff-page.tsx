import { isKey } from '@concord/api/features/courses/schemas';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

export type QuizView = 'marking' | 'people' | 'analysis';
const VIEWS: readonly QuizView[] = ['marking', 'people', 'analysis'];

/** The quiz a page of its staff is about, by its address. */
export async function quizNamed(slug: string, key: string) {
  if (!isKey(slug) || !isKey(key)) notFound();
  const page = await (await serverApi()).courses.activity({ course: slug, activity: key });
  if (page.activity.kind !== 'quiz') notFound();
  return page;
}

type Props = {
  page: Awaited<ReturnType<typeof quizNamed>>;
  view: QuizView;
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** What the staff of a course does with a quiz: mark, give more time, see how the questions work. */
export async function QuizStaffPage({ page, view, lead, actions, children }: Props) {
  const t = await getTranslations('quizStaff');
  const { course, activity } = page;
  return (
    <>
      <PageHeader
        title={activity.title}
        lead={lead}
        crumbs={[
          { label: course.title, href: paths.course(course.slug) },
          { label: activity.title, href: paths.activity(course.slug, activity.key) },
        ]}
        actions={actions}
      />
      <nav aria-label={t('views')} className="mb-6 flex flex-wrap gap-x-6 border-b border-line">
        {VIEWS.map((one) => (
          <Link
            key={one}
            href={`${paths.activity(course.slug, activity.key)}/${one}`}
            aria-current={one === view ? 'page' : undefined}
            className="-mb-px border-b-2 border-transparent py-2 font-medium text-ink-2 aria-[current]:border-accent aria-[current]:text-ink"
          >
            {t(`view.${one}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
