import { wayBack } from '@concord/api/features/account/rules';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadLink } from '#features/sign-in/dead-link.tsx';
import { linkOwner } from '#features/sign-in/link-owner.ts';
import { NewPasswordForm } from '#features/sign-in/new-password-form.tsx';
import { ProviderRefusal, ProviderWay } from '#features/sign-in/provider-way.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { directApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.invitation'))('open') };
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ error?: string | string[] }>;
};

/** Behind the link of an invitation: the first password or the identity provider, and in. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const [{ token }, { error }] = await Promise.all([params, searchParams]);
  const [t, owner] = await Promise.all([
    getTranslations('signIn.invitation'),
    linkOwner('invitation', token),
  ]);
  if (!owner)
    return <DeadLink title={t('deadTitle')} body={t('dead')} href="/sign-in" action={t('signIn')} />;
  const { provider } = await (await directApi()).account.ways();
  return (
    <ClientMessages of={['signIn', 'account.password']}>
      <h1 className="mb-2 wrap-anywhere">{t('title', { name: owner.name })}</h1>
      <p className="mb-6 text-ink-2 wrap-anywhere">{t('lead', { email: owner.email })}</p>
      <ProviderRefusal error={error} />
      {provider ? (
        <div className="mb-8 border-b border-line pb-8">
          <ProviderWay provider={provider} callbackUrl={wayBack.invitation(token)} words="open" />
        </div>
      ) : null}
      <NewPasswordForm
        purpose="invitation"
        token={token}
        email={owner.email}
        least={owner.leastPasswordLength}
      />
    </ClientMessages>
  );
}
