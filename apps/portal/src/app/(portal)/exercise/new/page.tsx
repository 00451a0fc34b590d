import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { NewExercise } from '#features/exercises/new-exercise.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exercise'))('new.title') };
}

/** Begins an exercise. */
export default async function NewExercisePage() {
  const api = await serverApi();
  const [t, clock, choices] = await Promise.all([
    getTranslations('exercise'),
    getClock(),
    api.exercises.choices(),
  ]);
  return (
    <ClientMessages of={['exercise', 'markings']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/exercise' }]}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <NewExercise choices={choices} zone={clock.zones.headquarters} />
    </ClientMessages>
  );
}
