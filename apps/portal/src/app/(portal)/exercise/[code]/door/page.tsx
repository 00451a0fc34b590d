import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { isExerciseCode } from '#features/address.ts';
import { Door } from '#features/check-in/door.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/door'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).checkIn.list({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('checkIn'))('title', { exercise: exercise.name }) };
}

/** Where people come in. The page itself names none of them, since a device keeps it for when there is no network. */
export default async function DoorPage({ params }: Props) {
  const { code } = await params;
  const [t, { exercise }] = [await getTranslations('checkIn'), await load(code)];
  return (
    <ClientMessages of={['checkIn']}>
      <PageHeader
        title={t('title', { exercise: exercise.name })}
        lead={t('lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={
          <a href={paths.exerciseBadges(code)} download className={buttonLook()}>
            {t('badges')}
          </a>
        }
      />
      <Door code={code} exerciseId={exercise.id} />
    </ClientMessages>
  );
}
