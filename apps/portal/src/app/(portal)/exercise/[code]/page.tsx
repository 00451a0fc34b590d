import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Notice } from '#components/notice.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isExerciseCode } from '#features/address.ts';
import { DocumentList } from '#features/exercises/document-list.tsx';
import { ExerciseFacts } from '#features/exercises/exercise-facts.tsx';
import { ExerciseHeader } from '#features/exercises/exercise-header.tsx';
import { ExerciseViews } from '#features/exercises/exercise-views.tsx';
import { RoleSection } from '#features/exercises/role-seats.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  const api = await serverApi();
  const exercise = await api.exercises.byCode({ code });
  return { exercise, seats: await api.nominations.seats({ exerciseId: exercise.id }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  const level = exercise.markings[exercise.markingId]?.levelName;
  return { title: await pageTitle(exercise.name, level, { exercise: true }) };
}

/** An exercise: what it is, its seats role by role, and the dates that decide. */
export default async function ExercisePage({ params }: Props) {
  const { exercise, seats } = await load((await params).code);
  const t = await getTranslations('exercise');
  const mine = seats.roles.find(({ id }) => id === exercise.seat?.roleId);
  const team = exercise.teams.find(({ id }) => id === exercise.seat?.teamId);
  return (
    <ClientMessages of={['exercise', 'seats.nominate', 'readiness.send']}>
      <ExerciseHeader exercise={exercise} />
      <ExerciseViews exercise={exercise} />
      {exercise.phase === 'cancelled' ? (
        <p className="mb-6 max-w-measure">{t('page.cancelled', { reason: exercise.cancelReason })}</p>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
        <div className="flex flex-col gap-9">
          {mine ? (
            <Notice
              action={
                <LinkButton href={paths.exerciseMine(exercise.code)} look="primary">
                  {t('page.mine')}
                </LinkButton>
              }
            >
              {team
                ? t('page.seatInTeam', { role: mine.name, team: team.name })
                : t('page.seat', { role: mine.name })}
            </Notice>
          ) : null}
          {exercise.summary ? <p className="max-w-measure whitespace-pre-line">{exercise.summary}</p> : null}
          {exercise.objectives.length > 0 ? (
            <section>
              <h2 className="mb-2">{t('page.objectives')}</h2>
              <ol className="max-w-measure list-decimal pl-6">
                {exercise.objectives.map((objective) => (
                  <li key={objective.id}>{objective.title}</li>
                ))}
              </ol>
            </section>
          ) : null}
          {seats.roles.length === 0 ? <p className="text-ink-2">{t('page.noRoles')}</p> : null}
          {seats.roles.map((role) => (
            <RoleSection key={role.id} exercise={exercise} seats={seats} role={role} />
          ))}
          <DocumentList documents={exercise.documents} markings={exercise.markings} />
        </div>
        <ExerciseFacts exercise={exercise} />
      </div>
    </ClientMessages>
  );
}
