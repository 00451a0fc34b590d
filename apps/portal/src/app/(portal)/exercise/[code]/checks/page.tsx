import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode } from '#features/address.ts';
import { CheckKeys } from '#features/checks/check-keys.tsx';
import { CheckResults } from '#features/checks/check-results.tsx';
import { paths } from '#features/paths.ts';
import { LiveRun } from '#features/running/live-run.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/checks'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).checks.byCode({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const checks = await load((await params).code);
  const t = await getTranslations('checks');
  return { title: t('of', { exercise: checks.exercise.name }) };
}

/** What automatic checks found, for the staff, and the keys they report with, for the director. */
export default async function ChecksPage({ params }: Props) {
  const { code } = await params;
  const [t, s, checks] = [
    await getTranslations('checks'),
    await getTranslations('scoring'),
    await load(code),
  ];
  const { exercise } = checks;
  return (
    <ClientMessages of={['checks']}>
      <LiveRun topic={`exercise-scores:${exercise.id}`} />
      <PageHeader
        title={t('heading')}
        lead={t('lead')}
        crumbs={[
          { label: s('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
          { label: s('board.heading'), href: paths.exerciseScoring(code) },
        ]}
      />
      {checks.can.keys || checks.keys.length > 0 ? <CheckKeys checks={checks} /> : null}
      <CheckResults checks={checks} />
    </ClientMessages>
  );
}
