import { threadInput } from '@concord/api/features/threads/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import { paths } from '#features/paths.ts';
import { AboutThread } from '#features/thread/about-thread.tsx';
import { LiveAbout } from '#features/thread/live-about.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/threads/[threadId]/about'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('thread.about'))('title') };
}

/** Who reads a thread, who is named in it, what happened to it, and what the reader may do about it. */
export default async function AboutThreadPage({ params }: Props) {
  const { threadId } = await params;
  if (!threadInput.safeParse({ threadId }).success) notFound();
  const api = await serverApi();
  const about = await api.threads.about({ threadId });
  const [t, c, m, locale] = await Promise.all([
    getTranslations('thread.about'),
    getTranslations('consult'),
    getTranslations('markings'),
    getLocale(),
  ]);
  const marking = about.markings[about.markingId];
  return (
    <ClientMessages of={['thread', 'consult.new', 'markings']}>
      {marking ? (
        <MarkingBanner
          of="page"
          words={{ level: marking.levelName, release: releaseWords(marking, m, locale) }}
        />
      ) : null}
      <PageHeader
        title={t('title')}
        lead={about.title}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: about.body.name, href: paths.body(about.body.code) },
          { label: about.title, href: paths.thread(about.id) },
        ]}
      />
      <AboutThread about={about} />
      <LiveAbout threadId={about.id} />
    </ClientMessages>
  );
}
