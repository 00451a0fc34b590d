import { threadInput } from '@concord/api/features/threads/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { ThreadView } from '#features/thread/thread-view.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/threads/[threadId]'>;

const isId = (value: string | null) => threadInput.safeParse({ threadId: value }).success;

/** Asked once for the title and the page. */
const read = cache(async (threadId: string, search: string) => {
  const asked = new URLSearchParams(search);
  const start = Object.fromEntries(
    ['before', 'after', 'at'].flatMap((key) => (isId(asked.get(key)) ? [[key, asked.get(key)]] : [])),
  );
  const api = await serverApi();
  return api.threads.page({ threadId, ...start, ...(asked.has('unread') && { unread: true }) });
});

async function load({ params, searchParams }: Props) {
  const [{ threadId }, search] = await Promise.all([params, searchParams]);
  if (!isId(threadId)) notFound();
  const plain = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return read(threadId, new URLSearchParams(plain).toString());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props);
  const marking = dominant(Object.values(page.markings));
  return { title: await pageTitle(page.title, marking?.levelName) };
}

/** A thread: what was said, in order, and what there is to say. */
export default async function ThreadPage(props: Props) {
  const page = await load(props);

  const marking = dominant(Object.values(page.markings));
  return (
    <>
      <PageMarking marking={marking} />
      <ThreadView page={page} />
    </>
  );
}
