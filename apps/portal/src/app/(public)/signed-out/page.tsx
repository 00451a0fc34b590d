import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '#components/ui/link-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.signedOut'))('title') };
}

/** Where a person lands when they have signed out. */
export default async function SignedOutPage() {
  const t = await getTranslations('shell.signedOut');
  return (
    <>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6 text-ink-2">{t('body')}</p>
      <LinkButton href="/sign-in" look="primary">
        {t('action')}
      </LinkButton>
    </>
  );
}
