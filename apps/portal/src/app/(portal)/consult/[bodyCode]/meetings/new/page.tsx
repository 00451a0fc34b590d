import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { partOf } from '#features/address.ts';
import { PlanMeeting } from '#features/meetings/meeting-form.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('form.new') };
}

/** A meeting planned: title, when and where, and its marking. */
export default async function NewMeetingPage({ params }: PageProps<'/consult/[bodyCode]/meetings/new'>) {
  const [{ bodyCode }, api] = await Promise.all([params, serverApi()]);
  const [t, c, body] = await Promise.all([
    getTranslations('meetings'),
    getTranslations('consult'),
    api.bodies.byCode({ bodyCode: partOf(bodyCode) }),
  ]);
  if (!body.mayLay) notFound();
  return (
    <>
      <PageHeader
        title={t('form.new')}
        lead={t('form.lead')}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: body.name, href: paths.body(body.code) },
          { label: t('title'), href: paths.meetings(body.code) },
        ]}
      />
      <ClientMessages of={['meetings.form', 'markings']}>
        <PlanMeeting body={body} zone={body.zone} />
      </ClientMessages>
    </>
  );
}
