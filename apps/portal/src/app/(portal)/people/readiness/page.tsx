import { cellStates } from '@concord/api/features/readiness/rules';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { ReadinessFilters } from '#features/readiness/filters.tsx';
import { Matrix } from '#features/readiness/matrix.tsx';
import { SendMissing } from '#features/readiness/send-missing.tsx';
import { PartyFigures, Summary } from '#features/readiness/summary.tsx';
import type { Readiness } from '#features/readiness/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

type Search = { party?: string; requirement?: string; state?: string; q?: string };
type Props = { searchParams: Promise<Search> };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const WEEKS_TO_DO_IT = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('readiness'))('title') };
}

/** Whether the people the reader looks after are ready, and the one next step. */
export default async function ReadinessPage({ searchParams }: Props) {
  const { party = '', requirement = '', state = '', q = '' } = await searchParams;
  if ([party, requirement].some((id) => id !== '' && !ID.test(id))) notFound();
  const api = await serverApi();
  const [t, clock, page, requirements] = await Promise.all([
    getTranslations('readiness'),
    getClock(),
    api.readiness.page({
      partyId: party || undefined,
      requirementId: requirement || undefined,
      state: cellStates.find((known) => known === state),
      words: q || undefined,
    }),
    api.readiness.requirements(),
  ]);
  const title = page.party ? `${t('title')}: ${inLocale(clock.locale, page.party)}` : t('title');
  return (
    <ClientMessages of={['readiness']}>
      <PageHeader title={title} lead={page.requirement?.title ?? t('lead')} />
      <PeopleTabs current="readiness" />
      <Summary totals={page.totals} />
      {page.party ? (
        <>
          <ReadinessFilters {...{ requirement, state, requirements }} party={page.party.id} words={q} />
          <p className="mb-3 text-sm text-ink-3">{t('asOf', { when: clock.at(page.now, 'medium') })}</p>
          <Matrix columns={page.columns} lines={page.lines} />
          <Send page={page} zone={clock.zones.headquarters} now={clock.now} />
        </>
      ) : (
        <PartyFigures parties={page.parties} />
      )}
    </ClientMessages>
  );
}

function Send({ page, zone, now }: { page: Readiness; zone: string; now: Date }) {
  const people = page.lines
    .filter(({ lacksCourse }) => lacksCourse)
    .map(({ personId, name }) => ({ id: personId, name }));
  if (!page.can.send || !page.party || people.length === 0) return null;
  const due = dayOf(new Date(now.getTime() + WEEKS_TO_DO_IT * 7 * 86_400_000), zone);
  return (
    <SendMissing partyId={page.party.id} requirementId={page.requirement?.id} {...{ people, due, zone }} />
  );
}
