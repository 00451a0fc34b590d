import { textInput } from '@concord/api/features/texts/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { paths } from '#features/paths.ts';
import { BeginForm } from '#features/silence/begin-form.tsx';
import { BeginObstacles, obstacleOf } from '#features/silence/begin-obstacles.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/texts/[textId]/silence'>;

async function load({ params }: Props) {
  const { textId } = await params;
  if (!textInput.safeParse({ textId }).success) notFound();
  const api = await serverApi();
  const [room, proposal] = await Promise.all([api.texts.byId({ textId }), api.silence.proposal({ textId })]);
  return { textId, room, proposal };
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('silence'))('beginForm.title') };
}

/** The chair lays the newest version of a text on the table: announced first, or opened at once. */
export default async function SilencePage(props: Props) {
  const [{ textId, room, proposal }, t, c, x] = await Promise.all([
    load(props),
    getTranslations('silence'),
    getTranslations('consult'),
    getTranslations('texts'),
  ]);
  const marking = room.markings[room.markingId];
  const way = proposal.confirms ? 'confirm' : proposal.announced ? 'open' : 'begin';
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={t(`begin.${way}`, { number: proposal.version.number })}
        lead={t(`beginForm.leads.${way}`, { nations: proposal.bound })}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: room.body.name, href: paths.body(room.body.code) },
          { label: x('title'), href: paths.texts(room.body.code) },
          { label: room.reference || room.title, href: paths.text(textId) },
        ]}
      />
      <BeginObstacles proposal={proposal} />
      {obstacleOf(proposal) ? null : (
        <ClientMessages of={['silence.beginForm', 'silence.end', 'silence.zones']}>
          <BeginForm textId={textId} proposal={proposal} chair={room.may.makeVersion} />
        </ClientMessages>
      )}
    </>
  );
}
