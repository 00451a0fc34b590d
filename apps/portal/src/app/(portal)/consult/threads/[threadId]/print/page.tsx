import { threadInput } from '@concord/api/features/threads/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { PrintedThread } from '#features/thread/printed-thread.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/threads/[threadId]/print'>;

/** Asked once for the title and the page. */
const read = cache(async (threadId: string) => (await serverApi()).word.thread({ threadId }));

async function load({ params }: Props) {
  const { threadId } = await params;
  if (!threadInput.safeParse({ threadId }).success) notFound();
  return read(threadId);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { title, banner }] = await Promise.all([getTranslations('thread.print'), load(props)]);
  return { title: await pageTitle(t('titled', { title }), banner.level) };
}

/** A thread as it is printed: all that the reader may read of it, under the marking of just that. */
export default async function PrintThreadPage(props: Props) {
  const thread = await load(props);
  return (
    <>
      <MarkingBanner of="page" words={thread.banner} />
      <PrintedThread thread={thread} />
    </>
  );
}
