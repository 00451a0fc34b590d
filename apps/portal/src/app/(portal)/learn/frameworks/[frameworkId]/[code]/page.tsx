import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { isId, partOf } from '#features/address.ts';
import { ItemParts } from '#features/frameworks/item-parts.tsx';
import { TaughtBy } from '#features/frameworks/taught-by.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/frameworks/[frameworkId]/[code]'>;

const load = cache(async (frameworkId: string, code: string) => {
  if (!isId(frameworkId) || code.length > 100) notFound();
  return (await serverApi()).frameworks.item({ frameworkId, code });
});

async function itemOf({ params }: Props) {
  const { frameworkId, code } = await params;
  return load(frameworkId, partOf(code));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await itemOf(props)).title.slice(0, 80) };
}

/** One role, competence, task, knowledge or skill: what it is made of, and who teaches it. */
export default async function FrameworkItemPage(props: Props) {
  const [t, item] = await Promise.all([getTranslations('frameworks'), itemOf(props)]);
  const { framework } = item;
  return (
    <ClientMessages of={['frameworks']}>
      <PageHeader
        crumbs={[
          { label: t('title'), href: '/learn/frameworks' },
          {
            label: `${framework.code} ${framework.version}`,
            href: `/learn/frameworks/${framework.id}?kind=${item.kind}`,
          },
        ]}
        title={<span lang="en">{item.title}</span>}
        lead={`${t(`kind.${item.kind}`)}, ${item.code}`}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
        <div className="flex flex-col gap-8">
          {item.description ? (
            <p lang="en" className="max-w-measure whitespace-pre-line">
              {item.description}
            </p>
          ) : null}
          <ItemParts frameworkId={framework.id} title={t('wholes')} parts={item.wholes} />
          <ItemParts frameworkId={framework.id} title={t('parts')} parts={item.parts} />
        </div>
        <TaughtBy item={item} />
      </div>
    </ClientMessages>
  );
}
