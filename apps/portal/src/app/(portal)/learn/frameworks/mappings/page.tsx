import { mapSubjects } from '@concord/api/features/frameworks/rules';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { said } from '#features/address.ts';
import { MappableList, MappableSearch } from '#features/frameworks/mappable-list.tsx';
import { ToLookAt } from '#features/frameworks/to-look-at.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/frameworks/mappings'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frameworks.mappings'))('title') };
}

/** What is mapped to frameworks, kind by kind, and which mappings somebody has to look at. */
export default async function MappingsPage({ searchParams }: Props) {
  const [t, api, search] = await Promise.all([getTranslations('frameworks'), serverApi(), searchParams]);
  const [query, after] = [said(search.q), said(search.after, 600)];
  const asked = mapSubjects.find((one) => one === search.subject);
  const doubtful = await api.frameworks.toLookAt();
  const input = { ...(query && { query }), ...(after && { after }) };
  const first = await api.frameworks.mappable({ subject: asked ?? 'course', ...input });
  const subject = asked ?? first.kinds[0] ?? notFound();
  const list = subject === (asked ?? 'course') ? first : await api.frameworks.mappable({ subject, ...input });
  const way = (more: Record<string, string>) => `${paths.mappings()}?${new URLSearchParams(more)}`;
  return (
    <ClientMessages of={['frameworks']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: paths.frameworks() }]}
        title={t('mappings.title')}
        lead={t('mappings.lead')}
      />
      <ToLookAt mappings={doubtful} />
      <Tabs
        label={t('tabs')}
        tabs={list.kinds.map((one) => ({
          href: way({ subject: one }),
          label: t(`mappings.subjects.${one}`),
          current: one === subject,
        }))}
      />
      <MappableSearch subject={subject} query={query} />
      <MappableList subject={subject} items={list.items} />
      <Pagination older={list.more ? way({ subject, ...(query && { q: query }), after: list.more }) : null} />
    </ClientMessages>
  );
}
