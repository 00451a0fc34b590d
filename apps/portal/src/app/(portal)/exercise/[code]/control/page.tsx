import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isExerciseCode } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { ClockActs } from '#features/running/clock-acts.tsx';
import { InjectBoard, TeamTimes } from '#features/running/run-board.tsx';
import { SaidFeed } from '#features/running/said-feed.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/control'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).running.board({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('running'))('board.of', { exercise: exercise.name }) };
}

/** Exercise control: the clock, each team's time, every inject as it stands, and what the teams say. */
export default async function ControlPage({ params }: Props) {
  const { code } = await params;
  const [t, board] = [await getTranslations('running'), await load(code)];
  const { exercise, can } = board;
  return (
    <ClientMessages of={['running']}>
      <PageHeader
        title={t('board.heading')}
        lead={t('board.lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={<LinkButton href={paths.injects(code)}>{t('board.list')}</LinkButton>}
      />
      {can.control ? <ClockActs board={board} /> : null}
      <TeamTimes board={board} />
      <InjectBoard board={board} />
      <section aria-labelledby="said">
        <h2 id="said" className="mb-2">
          {t('said.title')}
        </h2>
        <SaidFeed
          said={board.said}
          zone={exercise.timeZone}
          teams={board.teams}
          injects={board.injects}
          replyIn={can.control ? exercise.id : undefined}
        />
      </section>
    </ClientMessages>
  );
}
