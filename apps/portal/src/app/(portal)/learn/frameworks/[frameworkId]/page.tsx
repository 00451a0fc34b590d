import { type ItemKind, itemKinds } from '@concord/api/features/frameworks/rules';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { isId, said } from '#features/address.ts';
import { FrameworkSearch } from '#features/frameworks/framework-search.tsx';
import { ItemList } from '#features/frameworks/item-list.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/frameworks/[frameworkId]'>;

async function load({ params, searchParams }: Props) {
  const [{ frameworkId }, search] = await Promise.all([params, searchParams]);
  if (!isId(frameworkId)) notFound();
  const kind = itemKinds.find((one) => one === search.kind) ?? 'role';
  const [query, after] = [said(search.q), said(search.after, 100)];
  const api = await serverApi();
  const input = { frameworkId, kind, ...(query && { query }), ...(after && { after }) };
  return { page: await api.frameworks.browse(input), kind, query };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { page } = await load(props);
  return { title: `${page.code} ${page.version}` };
}

/** What one framework names, kind by kind. */
export default async function FrameworkPage(props: Props) {
  const [t, { page, kind, query }] = await Promise.all([getTranslations('frameworks'), load(props)]);
  const way = (more: { kind: ItemKind; after?: string }) =>
    `/learn/frameworks/${page.id}?${new URLSearchParams({ ...(query && { q: query }), ...more })}`;
  const tabs = itemKinds.map((one) => ({
    href: way({ kind: one }),
    label: t(`kinds.${one}`),
    current: one === kind,
  }));
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('learn'), href: '/learn' },
          { label: t('title'), href: '/learn/frameworks' },
        ]}
        title={<span lang="en">{page.title}</span>}
        lead={t('version', { code: page.code, version: page.version })}
      />
      <Tabs label={t('tabs')} tabs={tabs} />
      <FrameworkSearch frameworkId={page.id} kind={kind} query={query} />
      <ItemList frameworkId={page.id} items={page.items} />
      {page.next ? (
        <nav aria-label={t('more')} className="mt-4">
          <LinkButton href={way({ kind, after: page.next })}>{t('more')} →</LinkButton>
        </nav>
      ) : null}
    </>
  );
}
