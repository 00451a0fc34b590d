import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonLook } from '#components/ui/button-look.ts';
import { AnalysisChart } from '#features/quiz/staff/analysis-chart.tsx';
import { AnalysisTable } from '#features/quiz/staff/analysis-table.tsx';
import { QuizStaffPage, quizNamed } from '#features/quiz/staff/quiz-staff-page.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/[activityKey]/analysis'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quizStaff'))('view.analysis') };
}

/** How the questions of a quiz have worked. */
export default async function AnalysisPage({ params }: Props) {
  const { slug, activityKey } = await params;
  const [t, api, page] = await Promise.all([
    getTranslations('quizStaff.analysis'),
    serverApi(),
    quizNamed(slug, activityKey),
  ]);
  const { items } = await api.quizzes.analysis({ activityId: page.activity.id });
  const csv = (
    <a href={`/api/quizzes/${page.activity.id}.csv`} download className={buttonLook()}>
      {t('csv')}
    </a>
  );
  return (
    <QuizStaffPage page={page} view="analysis" lead={t('lead')} actions={items.length > 0 ? csv : null}>
      {items.length === 0 ? (
        <p className="text-ink-2">{t('nothing')}</p>
      ) : (
        <>
          <AnalysisChart items={items} />
          <AnalysisTable items={items} />
        </>
      )}
    </QuizStaffPage>
  );
}
