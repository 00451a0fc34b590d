import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { AccountPreferences } from '#features/account/account-preferences.tsx';
import { PasswordSection } from '#features/account/password-section.tsx';
import { SecondFactorSection } from '#features/account/second-factor-section.tsx';
import { SessionsSection } from '#features/account/sessions-section.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** A person's own account: how they sign in, where they are signed in, how the portal speaks to them. */
export default async function AccountPage() {
  const [t, api] = await Promise.all([getTranslations('account'), serverApi()]);
  const account = await api.account.get();
  return (
    <ClientMessages of={['account', 'shell.personMenu']}>
      <PageHeader title={t('title')} lead={t('lead', { email: account.email })} />
      <div className="flex max-w-measure flex-col gap-10">
        <SecondFactorSection factor={account.secondFactor} />
        <PasswordSection changedAt={account.passwordChangedAt} />
        <SessionsSection sessions={account.sessions} />
        <AccountPreferences />
      </div>
    </ClientMessages>
  );
}
