import { previewInput } from '@concord/api/features/word/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { BringForm } from '#features/word/bring-form.tsx';
import { Preview } from '#features/word/preview.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/texts/[textId]/bring-in'>;

/** Asked once for the title and the page; who may propose nothing finds no such page. */
const roomOf = cache(async (textId: string) => {
  if (!previewInput.shape.textId.safeParse(textId).success) notFound();
  const room = await (await serverApi()).texts.byId({ textId });
  if (!room.delegated || !room.words) notFound();
  return room;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, room] = await Promise.all([
    getTranslations('word.bring'),
    params.then(({ textId }) => roomOf(textId)),
  ]);
  return { title: await pageTitle(t('title'), room.markings[room.markingId]?.levelName) };
}

/** Where a capital's Word file comes back: what it would change, of which the delegation chooses. */
export default async function BringInPage({ params, searchParams }: Props) {
  const [{ textId }, { file }, api] = await Promise.all([params, searchParams, serverApi()]);
  const [t, c, x, room] = await Promise.all([
    getTranslations('word.bring'),
    getTranslations('consult'),
    getTranslations('texts'),
    roomOf(textId),
  ]);
  const asked = previewInput.safeParse({ textId, fileId: file });
  const marking = room.markings[room.markingId];
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: room.body.name, href: paths.body(room.body.code) },
          { label: x('title'), href: paths.texts(room.body.code) },
          { label: room.title, href: paths.text(room.id) },
        ]}
      />
      <ClientMessages of={['word.bring', 'texts.changes', 'texts.odd']}>
        {asked.success ? (
          <Preview preview={await api.word.preview(asked.data)} />
        ) : (
          <BringForm textId={room.id} />
        )}
      </ClientMessages>
    </>
  );
}
