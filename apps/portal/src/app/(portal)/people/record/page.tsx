import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { daySaid, idSaid, said } from '#features/address.ts';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { RecordFilters } from '#features/record/record-filters.tsx';
import { RecordList } from '#features/record/record-list.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/record'>;

/** What of an address narrows the record; what makes no sense in it counts as not said. */
function asFilters(asked: Awaited<Props['searchParams']>) {
  return {
    action: said(asked.action),
    person: idSaid(asked.person) ?? '',
    from: daySaid(asked.from),
    until: daySaid(asked.until),
  };
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('title') };
}

/** Who did what, as far as the reader may know of it. */
export default async function RecordRoute({ searchParams }: Props) {
  const asked = await searchParams;
  const filters = asFilters(asked);
  const { action, person, from, until } = filters;
  const before = said(asked.before, 600);
  const api = await serverApi();
  const [t, clock, list, actions, about] = await Promise.all([
    getTranslations('record'),
    getClock(),
    api.record.list({
      action: action || undefined,
      personId: person || undefined,
      from: from || undefined,
      until: until || undefined,
      before: before || undefined,
    }),
    api.record.actions(),
    person ? api.people.byId({ personId: person }) : null,
  ]);
  const way = (cursor?: string) => {
    const chosen = Object.entries({ ...filters, before: cursor ?? '' }).filter(([, value]) => value !== '');
    return `/people/record?${new URLSearchParams(chosen)}`;
  };
  const { sealed } = list;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          sealed
            ? t('sealed', { sequence: sealed.sequence, when: clock.at(sealed.signedAt, 'medium') })
            : t('notSealed')
        }
      />
      <PeopleTabs current="record" />
      <RecordFilters filters={filters} actions={actions} personName={about?.name ?? null} />
      <RecordList entries={list.entries} />
      <Pagination newer={before ? way() : null} older={list.next ? way(list.next) : null} />
    </>
  );
}
