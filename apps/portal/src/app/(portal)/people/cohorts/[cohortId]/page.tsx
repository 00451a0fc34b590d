import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { isId } from '#features/address.ts';
import { AddMembers } from '#features/cohorts/add-members.tsx';
import { CohortHeader } from '#features/cohorts/cohort-header.tsx';
import { CohortTabs } from '#features/cohorts/cohort-tabs.tsx';
import { Members, Totals } from '#features/cohorts/progress.tsx';
import { Seats } from '#features/cohorts/seats.tsx';
import { levelTitle } from '#features/course/course-marking.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ cohortId: string }> };

async function load({ params }: Props) {
  const { cohortId } = await params;
  if (!isId(cohortId)) notFound();
  const api = await serverApi();
  return { api, cohort: await api.cohorts.byId({ cohortId }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ cohort }, locale] = await Promise.all([load(props), getLocale()]);
  return { title: await levelTitle(inLocale(locale, cohort), [cohort.level]) };
}

/** One cohort: how far it is, and who is in it. */
export default async function CohortRoute(props: Props) {
  const { api, cohort } = await load(props);
  const [t, choices] = await Promise.all([
    getTranslations('cohorts'),
    cohort.can.manage ? api.cohorts.choices() : null,
  ]);
  const free = cohort.seats.map(({ partyId, code, seats, held }) => ({ partyId, code, free: seats - held }));
  return (
    <ClientMessages of={['cohorts']}>
      <CohortHeader cohort={cohort} parties={choices?.parties ?? []} />
      <CohortTabs cohortId={cohort.id} current="people" />
      <div className="flex flex-col gap-9">
        <Totals cohort={cohort} />
        <section aria-labelledby="members">
          <h2 id="members" className="mb-3">
            {t('members')}
          </h2>
          <Members cohort={cohort} />
        </section>
        {choices ? <AddMembers cohortId={cohort.id} seats={free} /> : null}
        <Seats cohortId={cohort.id} seats={cohort.seats} />
      </div>
    </ClientMessages>
  );
}
