import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadLink } from '#features/sign-in/dead-link.tsx';
import { linkOwner } from '#features/sign-in/link-owner.ts';
import { NewPasswordForm } from '#features/sign-in/new-password-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.invitation'))('open') };
}

type Props = { params: Promise<{ token: string }> };

/** Behind the link of an invitation: the first password, and in. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [t, owner] = await Promise.all([
    getTranslations('signIn.invitation'),
    linkOwner('invitation', token),
  ]);
  if (!owner)
    return <DeadLink title={t('deadTitle')} body={t('dead')} href="/sign-in" action={t('signIn')} />;
  return (
    <ClientMessages of={['signIn', 'account.password']}>
      <h1 className="mb-2 wrap-anywhere">{t('title', { name: owner.name })}</h1>
      <p className="mb-6 text-ink-2 wrap-anywhere">{t('lead', { email: owner.email })}</p>
      <NewPasswordForm
        purpose="invitation"
        token={token}
        email={owner.email}
        least={owner.leastPasswordLength}
      />
    </ClientMessages>
  );
}
