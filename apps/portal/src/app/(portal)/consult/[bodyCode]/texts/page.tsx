import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { idSaid, partOf } from '#features/address.ts';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { paths } from '#features/paths.ts';
import { TextList } from '#features/texts/text-list.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]/texts'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('title') };
}

/** The texts a body consults on, the newest first. */
export default async function TextsPage({ params, searchParams }: Props) {
  const [{ bodyCode }, { before }, api] = await Promise.all([params, searchParams, serverApi()]);
  const code = partOf(bodyCode);
  const since = idSaid(before);
  const list = await api.texts.list({ bodyCode: code, ...(since && { before: since }) });
  const [t, c] = await Promise.all([getTranslations('texts'), getTranslations('consult')]);
  const marking = dominant(list.texts.flatMap((text) => list.markings[text.markingId] ?? []));
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
