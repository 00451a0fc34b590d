import { safeWay } from '@concord/api/features/account/rules';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { FactorSetup } from '#features/account/factor-setup.tsx';
import { FactorStart } from '#features/account/factor-start.tsx';
import { NewCodes } from '#features/account/new-codes.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.factor'))('title') };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** Where a person sets up a second factor, or takes new recovery codes; also the first stop of who must have one. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const way = typeof next === 'string' ? safeWay(next) : '/account';
  const [t, api] = await Promise.all([getTranslations('account'), serverApi()]);
  const [account, pending] = await Promise.all([api.account.get(), api.account.pendingFactor()]);
  return (
    <ClientMessages of={['account']}>
      <PageHeader
        title={t('factor.title')}
        lead={t('factor.lead')}
        crumbs={[{ href: '/account', label: t('title') }]}
      />
      {pending === null ? (
        <FactorStart
          confirmed={account.secondFactor.confirmedAt !== null}
          needed={account.secondFactor.needed && account.passkeys.list.length === 0}
        />
      ) : pending.kind === 'codes' ? (
        <NewCodes codes={pending.codes} />
      ) : (
        <FactorSetup codes={pending.codes} secret={pending.secret} picture={pending.picture} next={way} />
      )}
    </ClientMessages>
  );
}
