import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { RequestResetForm } from '#features/sign-in/request-reset-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.reset'))('title') };
}

/** For who cannot get in: asks for a link by mail. */
export default async function ResetPage() {
  const t = await getTranslations('signIn.reset');
  return (
    <ClientMessages of={['signIn']}>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6 text-ink-2">{t('lead')}</p>
      <RequestResetForm />
      <p className="mt-6">
        <Link href="/sign-in" className="font-semibold text-accent hover:underline">
          {t('back')}
        </Link>
      </p>
    </ClientMessages>
  );
}
