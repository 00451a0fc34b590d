import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { ChangePasswordForm } from '#features/account/change-password-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.password'))('change') };
}

/** Where a person chooses a new password. */
export default async function PasswordPage() {
  const [t, api] = await Promise.all([getTranslations('account'), serverApi()]);
  const { email, leastPasswordLength } = await api.account.get();
  return (
    <ClientMessages of={['account']}>
      <PageHeader
        title={t('password.change')}
        lead={t('password.lead')}
        crumbs={[{ href: '/account', label: t('title') }]}
      />
      <ChangePasswordForm email={email} least={leastPasswordLength} />
    </ClientMessages>
  );
}
