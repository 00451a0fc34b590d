import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { idSaid } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { PeopleTable } from '#features/quiz/staff/people-table.tsx';
import { QuizStaffPage, quizNamed } from '#features/quiz/staff/quiz-staff-page.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/[activityKey]/people'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quizStaff'))('view.people') };
}

/** Who takes a quiz, and more time for one of them. */
export default async function QuizPeoplePage({ params, searchParams }: Props) {
  const [{ slug, activityKey }, { after }] = await Promise.all([params, searchParams]);
  const [t, api, page] = await Promise.all([
    getTranslations('quizStaff'),
    serverApi(),
    quizNamed(slug, activityKey),
  ]);
  const activityId = page.activity.id;
  const list = await api.quizzes.people({ activityId, after: idSaid(after) });
  return (
    <QuizStaffPage page={page} view="people" lead={t('people.lead')}>
      <PeopleTable
        list={list}
        activityId={activityId}
        address={`${paths.activity(slug, activityKey)}/people`}
      />
    </QuizStaffPage>
  );
}
