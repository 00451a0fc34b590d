import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { partOf } from '#features/address.ts';
import { NewThreadForm } from '#features/consult/new-thread-form.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consult'))('new.title') };
}

/** A new topic under a body: its title, its marking, and who needs to know. */
export default async function NewThreadPage({ params }: PageProps<'/consult/[bodyCode]/new'>) {
  const [{ bodyCode }, api, t] = await Promise.all([params, serverApi(), getTranslations('consult')]);
  const body = await api.bodies.byCode({ bodyCode: partOf(bodyCode) });
  if (!body.mayStart) notFound();
  return (
    <>
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        crumbs={[
          { label: t('title'), href: '/consult' },
          { label: body.name, href: paths.body(body.code) },
        ]}
      />
      <ClientMessages of={['consult.new', 'markings']}>
        <NewThreadForm body={body} />
      </ClientMessages>
    </>
  );
}
