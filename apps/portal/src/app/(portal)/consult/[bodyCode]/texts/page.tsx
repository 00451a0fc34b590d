import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant, releaseWords } from '#features/consult/marking-words.ts';
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
  const code = decodeURIComponent(bodyCode);
  const list = await api.texts.list({ bodyCode: code, ...(typeof before === 'string' && { before }) });
  const [t, c, m, locale] = await Promise.all([
    getTranslations('texts'),
    getTranslations('consult'),
    getTranslations('markings'),
    getLocale(),
  ]);
  const marking = dominant(list.texts.flatMap((text) => list.markings[text.markingId] ?? []));
  return (
    <>
      {marking ? (
        <MarkingBanner
          of="page"
          words={{ level: marking.levelName, release: releaseWords(marking, m, locale) }}
        />
      ) : null}
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
        newer={before ? paths.texts(code) : null}
        older={list.older ? `${paths.texts(code)}?before=${list.older}` : null}
      />
    </>
  );
}
