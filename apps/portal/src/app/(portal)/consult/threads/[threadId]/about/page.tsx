import { threadInput } from '@concord/api/features/threads/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { PageMarking } from '#features/consult/page-marking.tsx';
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
  const [t, c] = await Promise.all([getTranslations('thread.about'), getTranslations('consult')]);
  const marking = about.markings[about.markingId];
  return (
    <ClientMessages of={['thread', 'consult.new', 'markings']}>
      <PageMarking marking={marking} />
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
