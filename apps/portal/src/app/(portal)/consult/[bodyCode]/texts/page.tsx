import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { idSaid, partOf } from '#features/address.ts';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { TextList } from '#features/texts/text-list.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]/texts'>;

const load = cache(async (bodyCode: string, before: string | undefined) => {
  const list = await (await serverApi()).texts.list({ bodyCode, ...(before && { before }) });
  return { list, marking: dominant(list.texts.flatMap((text) => list.markings[text.markingId] ?? [])) };
});

/** Which list the address asks for. */
async function asked({ params, searchParams }: Props) {
  return { code: partOf((await params).bodyCode), since: idSaid((await searchParams).before) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { code, since } = await asked(props);
  const [t, { marking }] = await Promise.all([getTranslations('texts'), load(code, since)]);
  return { title: await pageTitle(t('title'), marking?.levelName) };
}

/** The texts a body consults on, the newest first. */
export default async function TextsPage(props: Props) {
  const { code, since } = await asked(props);
  const { list, marking } = await load(code, since);
  const [t, c] = await Promise.all([getTranslations('texts'), getTranslations('consult')]);
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={list.body.name}
        crumbs={[{ label: c('title'), href: '/consult' }, { label: list.body.code }]}
        actions={
          list.mayCreate ? (
            <LinkButton look="primary" href={paths.newText(code)}>
              {t('lay')}
            </LinkButton>
          ) : null
        }
      />
      <BodyTabs code={list.body.code} current="texts" />
      <TextList list={list} />
      <Pagination
        newer={since ? paths.texts(code) : null}
        older={list.older ? `${paths.texts(code)}?before=${list.older}` : null}
      />
    </>
  );
}
