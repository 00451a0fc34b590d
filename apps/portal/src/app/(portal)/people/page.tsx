import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { idSaid, said } from '#features/address.ts';
import { DirectoryList } from '#features/people/directory.tsx';
import { DirectoryFilters } from '#features/people/directory-filters.tsx';
import { InvitePerson } from '#features/people/invite-person.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

/** The people the reader looks after. */
export default async function PeoplePage({ searchParams }: Props) {
  const asked = await searchParams;
  const [q, party, after] = [said(asked.q), idSaid(asked.party) ?? '', said(asked.after, 600)];
  const api = await serverApi();
  if (!(await api.people.pages()).directory) redirect('/people/cohorts');
  const [t, list, parties] = await Promise.all([
    getTranslations('people'),
    api.people.list({ query: q || undefined, partyId: party || undefined, after: after || undefined }),
    api.people.parties(),
  ]);
  const way = (cursor?: string) =>
    `/people?${new URLSearchParams({ ...(q && { q }), ...(party && { party }), ...(cursor && { after: cursor }) })}`;
  return (
    <ClientMessages of={['people']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={list.can.invite ? <InvitePerson parties={parties} /> : null}
      />
      <PeopleTabs current="directory" />
      <DirectoryFilters query={q} partyId={party} parties={parties} />
      <DirectoryList people={list.people} />
      <nav aria-label={t('pages')} className="no-print mt-4 flex justify-between gap-3">
        {after ? <LinkButton href={way()}>{t('first')}</LinkButton> : <span />}
        {list.next ? <LinkButton href={way(list.next)}>{t('next')} →</LinkButton> : null}
      </nav>
    </ClientMessages>
  );
}
