import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { AccountPreferences } from '#features/account/account-preferences.tsx';
import { CalendarSection } from '#features/account/calendar-section.tsx';
import { IdentitySection } from '#features/account/identity-section.tsx';
import { LanguagesSection } from '#features/account/languages-section.tsx';
import { MailSection } from '#features/account/mail-section.tsx';
import { PasskeysSection } from '#features/account/passkeys-section.tsx';
import { PasswordSection } from '#features/account/password-section.tsx';
import { SecondFactorSection } from '#features/account/second-factor-section.tsx';
import { SessionsSection } from '#features/account/sessions-section.tsx';
import { ProviderRefusal } from '#features/sign-in/provider-way.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

type Props = { searchParams: Promise<{ error?: string | string[]; connected?: string }> };

/** A person's own account: how they sign in, where they are signed in, how the portal speaks to them. */
export default async function AccountPage({ searchParams }: Props) {
  const [t, api] = await Promise.all([getTranslations('account'), serverApi()]);
  const [account, { error, connected }] = await Promise.all([api.account.get(), searchParams]);
  const { identity, hasPassword, passkeys } = account;
  return (
    <ClientMessages of={['account', 'shell.personMenu']}>
      <PageHeader title={t('title')} lead={t('lead', { email: account.email })} />
      <ProviderRefusal error={error} />
      {connected && identity?.linkedAt ? (
        <Notice kind="good">{t('identity.connected', { provider: identity.provider })}</Notice>
      ) : null}
      <div className="flex max-w-measure flex-col gap-10">
        <SecondFactorSection factor={account.secondFactor} byPasskey={passkeys.list.length > 0} />
        <PasskeysSection passkeys={passkeys} />
        {identity ? <IdentitySection identity={identity} hasPassword={hasPassword} /> : null}
        <PasswordSection changedAt={account.passwordChangedAt} has={hasPassword} />
        <SessionsSection sessions={account.sessions} />
        <MailSection mail={account.mail} />
        <LanguagesSection />
        <CalendarSection />
        <AccountPreferences />
      </div>
    </ClientMessages>
  );
}
