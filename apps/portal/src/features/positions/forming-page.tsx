import { textInput } from '@concord/api/features/texts/schemas';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { PageMarking } from '#features/consult/page-marking.tsx';
import type { Marking } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';
import type { Forming } from './types.ts';

type Props = {
  textId: string;
  title: string;
  lead?: string;
  /** Whether only those who may speak for the nation come here. */
  speaking?: boolean;
  children: (forming: Forming, marking: Marking) => ReactNode;
};

/** The frame of a page on which a nation says something of a text, under the text's marking. */
export async function FormingPage({ textId, title, lead, speaking = false, children }: Props) {
  if (!textInput.safeParse({ textId }).success) notFound();
  const api = await serverApi();
  const forming = await api.positions.forming({ textId });
  const [t, c] = await Promise.all([getTranslations('texts'), getTranslations('consult')]);
  const marking = forming.markings[forming.markingId];
  if (!marking || (speaking && !forming.may.take)) notFound();
  const { text } = forming;
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: text.body.name, href: paths.body(text.body.code) },
          { label: t('title'), href: paths.texts(text.body.code) },
          { label: text.title, href: paths.text(text.id) },
        ]}
      />
      <ClientMessages of={['positions', 'markings']}>{children(forming, marking)}</ClientMessages>
    </>
  );
}
