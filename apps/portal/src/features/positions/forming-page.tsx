import { textInput } from '@concord/api/features/texts/schemas';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
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
  const [t, c, m, locale] = await Promise.all([
    getTranslations('texts'),
    getTranslations('consult'),
    getTranslations('markings'),
    getLocale(),
  ]);
  const marking = forming.markings[forming.markingId];
  if (!marking || (speaking && !forming.may.take)) notFound();
  const { text } = forming;
  return (
    <>
      <MarkingBanner
        of="page"
        words={{ level: marking.levelName, release: releaseWords(marking, m, locale) }}
      />
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
