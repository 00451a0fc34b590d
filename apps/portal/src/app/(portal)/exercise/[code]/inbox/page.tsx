import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { isExerciseCode } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { ReceivedList } from '#features/running/received-list.tsx';
import { SaidFeed } from '#features/running/said-feed.tsx';
import { AskControl, Report } from '#features/running/team-forms.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/inbox'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).running.inbox({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team } = await load((await params).code);
  return { title: (await getTranslations('running'))('inbox.of', { team: team.name }) };
}

/** A team's inbox: what has reached it, and what it says back. */
export default async function InboxPage({ params }: Props) {
  const { code } = await params;
  const [t, inbox] = [await getTranslations('running'), await load(code)];
  const { exercise, team, clock } = inbox;
  return (
    <ClientMessages of={['running']}>
      <PageHeader
        title={t('inbox.of', { team: team.name })}
        lead={t('inbox.lead')}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={
          clock.state === 'waiting' ? null : (
            <>
              <AskControl exerciseId={exercise.id} />
              <Report exerciseId={exercise.id} />
            </>
          )
        }
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ReceivedList inbox={inbox} />
        <section aria-labelledby="said">
          <h2 id="said" className="mb-2">
            {t('inbox.said')}
          </h2>
          <SaidFeed said={inbox.said} zone={exercise.timeZone} />
        </section>
      </div>
    </ClientMessages>
  );
}
