import { textInput } from '@concord/api/features/texts/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { VersionEditor } from '#features/texts/editor/version-editor.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/texts/[textId]/version'>;

/** Asked once for the title and the page; whoever makes no versions finds nothing here. */
const read = cache(async (textId: string) => {
  if (!textInput.safeParse({ textId }).success) notFound();
  const api = await serverApi();
  return api.texts.editing({ textId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { text } = await read((await params).textId);
  return { title: await pageTitle(text.title, text.markings[text.markingId]?.levelName) };
}

/** The chair writes the next version of a text. */
export default async function VersionPage({ params }: Props) {
  const editing = await read((await params).textId);
  const [t, e, c] = await Promise.all([
    getTranslations('texts'),
    getTranslations('texts.editor'),
    getTranslations('consult'),
  ]);
  const { text, number } = editing;
  const marking = text.markings[text.markingId];
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={text.title}
        lead={number === 0 ? e('leadFirst') : e('lead', { number: number + 1, before: number })}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: text.body.name, href: paths.body(text.body.code) },
          { label: t('title'), href: paths.texts(text.body.code) },
          { label: text.reference || text.title, href: paths.text(text.id) },
        ]}
      />
      <ClientMessages
        of={['texts.editor', 'texts.amendment', 'texts.odd', 'texts.changes', 'authoring.saving', 'markings']}
      >
        <VersionEditor editing={editing} />
      </ClientMessages>
    </>
  );
}
