import { cellStates } from '@concord/api/features/readiness/rules';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Crumb } from '#components/breadcrumb.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { PrintButton } from '#components/print-button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { isId } from '#features/address.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { type Narrowed, readinessAddress } from '#features/readiness/address.ts';
import { ReadinessFilters } from '#features/readiness/filters.tsx';
import { Lead } from '#features/readiness/lead.tsx';
import { LiveReadiness } from '#features/readiness/live-readiness.tsx';
import { Matrix } from '#features/readiness/matrix.tsx';
import { SendMissing } from '#features/readiness/send-missing.tsx';
import { PartyFigures, Summary } from '#features/readiness/summary.tsx';
import type { Readiness } from '#features/readiness/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

type Props = { searchParams: Promise<Narrowed & { after?: string }> };

const WEEKS_TO_DO_IT = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('readiness'))('title') };
}

function load(narrowed: Narrowed, after: string | undefined) {
  const { party, own, requirement, work, state, q } = narrowed;
  if ([party, requirement, work].some((id) => id && !isId(id))) notFound();
  return {
    partyId: party || undefined,
    own: own === 'yes' || undefined,
    requirementId: requirement || undefined,
    workRoleId: work || undefined,
    state: cellStates.find((known) => known === state),
    words: q?.slice(0, 200) || undefined,
    after: after?.slice(0, 80) || undefined,
  };
}

/** Whether the people the reader looks after are ready, and the one next step. */
export default async function ReadinessPage({ searchParams }: Props) {
  const { after, ...narrowed } = await searchParams;
  const input = load(narrowed, after);
  const api = await serverApi();
  const [t, clock, page, choices] = await Promise.all([
    getTranslations('readiness'),
    getClock(),
    api.readiness.page(input),
    api.readiness.choices(),
  ]);
  const name = page.party ? inLocale(clock.locale, page.party) : '';
  const question = page.seats ? t('readyFor', { what: inLocale(clock.locale, page.seats) }) : t('title');
  const crumbs: Crumb[] = [{ label: t('title'), href: '/people/readiness' }];
  if (page.nation)
    crumbs.push({
      label: inLocale(clock.locale, page.nation),
      href: readinessAddress({ party: page.nation.id, requirement: narrowed.requirement }),
    });
  return (
    <ClientMessages of={['readiness']}>
      <PageHeader
        crumbs={page.nation || page.seats ? crumbs : undefined}
        title={name ? t('ofParty', { title: question, party: name }) : question}
        lead={<Lead page={page} />}
        actions={
          <>
            <PrintButton>{t('print')}</PrintButton>
            {page.party ? (
              <LinkButton href={readinessAddress(narrowed, { party: page.party.id }, true)}>
                {t('csv')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <PeopleTabs current="readiness" />
      <LiveReadiness />
      <Summary totals={page.totals} seats={page.seats} />
      {page.party ? <ReadinessFilters narrowed={narrowed} choices={choices} /> : null}
      {page.parties.length > 0 ? (
        <PartyFigures
          parties={page.parties}
          nation={page.party}
          narrowed={{ requirement: narrowed.requirement }}
        />
      ) : null}
      {page.party ? (
        <>
          <p className="mb-3 text-sm text-ink-3">{t('asOf', { when: clock.at(page.now, 'medium') })}</p>
          <Matrix columns={page.columns} lines={page.lines} seats={page.seats} />
          <Pagination
            newer={after ? readinessAddress(narrowed) : null}
            older={page.more ? readinessAddress(narrowed, { after: page.more }) : null}
          />
          <Send page={page} zone={clock.zones.headquarters} now={clock.now} />
        </>
      ) : null}
    </ClientMessages>
  );
}

/** Sends what is missing: before the exercise or the day that counts, else within three weeks. */
function Send({ page, zone, now }: { page: Readiness; zone: string; now: Date }) {
  const people = page.lines
    .filter(({ lacksCourse }) => lacksCourse)
    .map(({ personId, name }) => ({ id: personId, name }));
  if (!page.can.send || !page.party || people.length === 0) return null;
  const weeks = now.getTime() + WEEKS_TO_DO_IT * 7 * 86_400_000;
  const day = page.seats?.startsAt ?? page.requirement?.validOn;
  const until = day && Date.parse(day) > now.getTime() ? Math.min(Date.parse(day), weeks) : weeks;
  const due = dayOf(new Date(until), zone);
  return (
    <SendMissing partyId={page.party.id} requirementId={page.requirement?.id} {...{ people, due, zone }} />
  );
}
