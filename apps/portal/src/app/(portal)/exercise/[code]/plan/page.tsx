import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode } from '#features/address.ts';
import { DocumentsPlan } from '#features/exercises/documents-plan.tsx';
import { EventsPlan } from '#features/exercises/events-plan.tsx';
import { InviteParty } from '#features/exercises/invite-party.tsx';
import { ObjectivesPlan } from '#features/exercises/objectives-plan.tsx';
import { RolesPlan } from '#features/exercises/roles-plan.tsx';
import { TeamsPlan } from '#features/exercises/teams-plan.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercise'))('plan.title') };
}

/** The plan of an exercise: roles and seats, teams, objectives, who takes part, conferences. Its planners alone. */
export default async function PlanPage({ params }: PageProps<'/exercise/[code]/plan'>) {
  const { code } = await params;
  if (!isExerciseCode(code)) notFound();
  const api = await serverApi();
  const [t, clock, exercise, planning] = await Promise.all([
    getTranslations('exercise'),
    getClock(),
    api.exercises.byCode({ code }),
    api.exercises.planning({ code }),
  ]);
  const zone = clock.zones.headquarters;
  return (
    <ClientMessages of={['exercise', 'markings', 'contribution']}>
      <PageHeader
        title={t('plan.title')}
        lead={t('plan.lead')}
        crumbs={[
          { label: t('title'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
      />
      <div className="flex flex-col gap-9">
        <RolesPlan exerciseId={exercise.id} planning={planning} />
        <TeamsPlan exercise={exercise} planning={planning} />
        <ObjectivesPlan exercise={exercise} />
        <InviteParty exercise={exercise} planning={planning} />
        <EventsPlan exercise={exercise} zone={zone} />
        <DocumentsPlan exercise={exercise} planning={planning} />
      </div>
    </ClientMessages>
  );
}
