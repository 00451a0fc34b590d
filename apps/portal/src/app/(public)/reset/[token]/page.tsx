import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadLink } from '#features/sign-in/dead-link.tsx';
import { linkOwner } from '#features/sign-in/link-owner.ts';
import { NewPasswordForm } from '#features/sign-in/new-password-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.reset'))('newTitle') };
}

type Props = { params: Promise<{ token: string }> };

/** Behind the link of a reset: a new password. */
export default async function ResetLinkPage({ params }: Props) {
  const { token } = await params;
  const [t, owner] = await Promise.all([getTranslations('signIn.reset'), linkOwner('reset', token)]);
  if (!owner) return <DeadLink title={t('deadTitle')} body={t('dead')} href="/reset" action={t('again')} />;
  return (
    <ClientMessages of={['signIn', 'account.password']}>
      <h1 className="mb-2">{t('newTitle')}</h1>
      <p className="mb-6 text-ink-2 wrap-anywhere">{t('newLead', { email: owner.email })}</p>
      <NewPasswordForm purpose="reset" token={token} email={owner.email} least={owner.leastPasswordLength} />
    </ClientMessages>
  );
}
