import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { dominant, releaseWords } from '#features/consult/marking-words.ts';
import { Threads } from '#features/consult/thread-list.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consult'))('threads') };
}

/** A body's threads, the one last written in first. */
export default async function BodyPage({ params, searchParams }: Props) {
  const [{ bodyCode }, { before }, api] = await Promise.all([params, searchParams, serverApi()]);
  const code = decodeURIComponent(bodyCode);
  const list = await api.threads.ofBody({ bodyCode: code, ...(typeof before === 'string' && { before }) });
  const [t, m, locale] = await Promise.all([
    getTranslations('consult'),
    getTranslations('markings'),
    getLocale(),
  ]);
  const marking = dominant(list.threads.flatMap((thread) => list.markings[thread.markingId] ?? []));
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
        crumbs={[{ label: t('title'), href: '/consult' }, { label: list.body.code }]}
        actions={
          list.mayStart ? (
            <LinkButton look="primary" href={paths.newThread(code)}>
              {t('start')}
            </LinkButton>
          ) : null
        }
      />
      <Threads list={list} />
      <Pagination
        newer={before ? paths.body(code) : null}
        older={list.older ? `${paths.body(code)}?before=${list.older}` : null}
      />
    </>
  );
}
