import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode } from '#features/address.ts';
import { EditExercise } from '#features/exercises/edit-exercise.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercise'))('edit.title') };
}

/** Changes an exercise: its planners alone. */
export default async function EditExercisePage({ params }: PageProps<'/exercise/[code]/edit'>) {
  const { code } = await params;
  if (!isExerciseCode(code)) notFound();
  const api = await serverApi();
  const [t, clock, exercise] = await Promise.all([
    getTranslations('exercise'),
    getClock(),
    api.exercises.editing({ code }),
  ]);
  return (
    <ClientMessages of={['exercise']}>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { label: t('title'), href: '/exercise' },
          { label: code, href: paths.exercise(code) },
        ]}
      />
      <EditExercise exercise={exercise} zone={clock.zones.headquarters} />
    </ClientMessages>
  );
}
