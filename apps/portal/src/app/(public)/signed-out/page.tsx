import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '#components/ui/link-button.tsx';
import { directApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.signedOut'))('title') };
}

/** Where a person lands when they have signed out. */
export default async function SignedOutPage() {
  const [t, { provider }] = await Promise.all([
    getTranslations('shell.signedOut'),
    (await directApi()).account.ways(),
  ]);
  return (
    <>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6 text-ink-2">{t('body')}</p>
      {provider ? <p className="mb-6 text-ink-2">{t('provider', { provider })}</p> : null}
      <LinkButton href="/sign-in" look="primary">
        {t('action')}
      </LinkButton>
    </>
  );
}
