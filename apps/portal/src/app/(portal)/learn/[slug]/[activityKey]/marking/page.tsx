import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { idSaid } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { MarkingList } from '#features/quiz/staff/marking-list.tsx';
import { QuizStaffPage, quizNamed } from '#features/quiz/staff/quiz-staff-page.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/[activityKey]/marking'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quizStaff'))('view.marking') };
}

/** Answers of a quiz that a person has to mark. */
export default async function MarkingPage({ params, searchParams }: Props) {
  const [{ slug, activityKey }, query] = await Promise.all([params, searchParams]);
  const [t, api, page] = await Promise.all([
    getTranslations('quizStaff'),
    serverApi(),
    quizNamed(slug, activityKey),
  ]);
  const questionId = idSaid(query.question);
  const marked = query.marked === 'yes';
  const queue = await api.quizzes.marking({
    activityId: page.activity.id,
    questionId,
    marked,
    after: idSaid(query.after),
    language: page.language,
  });
  const waiting = queue.questions.reduce((sum, one) => sum + one.waiting, 0);
  return (
    <QuizStaffPage page={page} view="marking" lead={t('mark.lead', { count: waiting })}>
      <MarkingList
        queue={queue}
        address={`${paths.activity(slug, activityKey)}/marking`}
        questionId={questionId}
        marked={marked}
      />
    </QuizStaffPage>
  );
}
