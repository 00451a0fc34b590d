import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { partOf } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { DelegationView } from '#features/positions/delegation-view.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('delegation'))('title') };
}

/** The reader's own delegation in a body: who sits in it, what each may do, and how its positions are released. */
export default async function DelegationPage({ params }: PageProps<'/consult/[bodyCode]/delegation'>) {
  const [{ bodyCode }, api] = await Promise.all([params, serverApi()]);
  const [t, c, delegation] = await Promise.all([
    getTranslations('delegation'),
    getTranslations('consult'),
    api.delegations.own({ bodyCode: partOf(bodyCode) }),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { body: delegation.body.name })}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: delegation.body.name, href: paths.body(delegation.body.code) },
        ]}
      />
      <ClientMessages of={['delegation']}>
        <DelegationView delegation={delegation} />
      </ClientMessages>
    </>
  );
}
