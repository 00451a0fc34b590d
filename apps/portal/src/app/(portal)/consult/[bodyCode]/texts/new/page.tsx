import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { partOf } from '#features/address.ts';
import { actionFollowed, Follows } from '#features/lessons/followed.tsx';
import { paths } from '#features/paths.ts';
import { NewTextForm } from '#features/texts/new-text-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('new.title') };
}

type Props = PageProps<'/consult/[bodyCode]/texts/new'>;

/** A text laid before a body: its title, how it is cited, and its marking; with an action of a lesson named, as what that becomes. */
export default async function NewTextPage({ params, searchParams }: Props) {
  const [{ bodyCode }, { action }, api] = await Promise.all([params, searchParams, serverApi()]);
  const [t, c, body, follows] = await Promise.all([
    getTranslations('texts'),
    getTranslations('consult'),
    api.bodies.byCode({ bodyCode: partOf(bodyCode) }),
    actionFollowed(action),
  ]);
  if (!body.mayLay) notFound();
  return (
    <>
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: body.name, href: paths.body(body.code) },
          { label: t('title'), href: paths.texts(body.code) },
        ]}
      />
      <Follows follows={follows}>{follows ? t('new.follows', { what: follows.what }) : null}</Follows>
      <ClientMessages of={['texts.new', 'markings']}>
        <NewTextForm body={body} follows={follows ?? undefined} />
      </ClientMessages>
    </>
  );
}
