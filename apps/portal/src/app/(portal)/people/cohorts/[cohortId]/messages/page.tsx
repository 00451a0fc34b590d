import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CohortTitle } from '#features/cohorts/cohort-title.tsx';
import { loadCohort } from '#features/cohorts/load-cohort.ts';
import { MessageForm } from '#features/cohorts/message-form.tsx';
import { SentMessages } from '#features/cohorts/message-list.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/cohorts/[cohortId]/messages'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cohorts.messages'))('title') };
}

/** What was sent to a cohort, and a new message. */
export default async function MessagesPage({ params }: Props) {
  const cohort = await loadCohort((await params).cohortId);
  const [t, api] = await Promise.all([getTranslations('cohorts.messages'), serverApi()]);
  const messages = await api.cohorts.messages({ cohortId: cohort.id });
  return (
    <ClientMessages of={['cohorts']}>
      <CohortTitle cohort={cohort} current="messages" />
      <div className="flex flex-col gap-9">
        <section aria-labelledby="write">
          <h2 id="write" className="mb-3">
            {t('new')}
          </h2>
          <MessageForm cohortId={cohort.id} />
        </section>
        <section aria-labelledby="sent">
          <h2 id="sent" className="mb-3">
            {t('sentBefore')}
          </h2>
          <SentMessages messages={messages} />
        </section>
      </div>
    </ClientMessages>
  );
}
