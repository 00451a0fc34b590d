import { afterRefusal, safeWay, wayBack } from '@concord/api/features/account/rules';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { DemoPeople } from '#features/sign-in/demo-people.tsx';
import { PasskeyButton } from '#features/sign-in/passkey-button.tsx';
import { ProviderRefusal, ProviderWay } from '#features/sign-in/provider-way.tsx';
import { SignInForm } from '#features/sign-in/sign-in-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';
import { currentShell } from '#trpc/shell.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

type Asked = Partial<Record<'next' | 'saved' | 'error' | 'callbackUrl', string | string[]>>;
type Props = { searchParams: Promise<Asked> };

/** The way in, for who has an account; in demo data, for everybody. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, saved, error, callbackUrl } = await searchParams;
  // next-auth sends everybody here; each learns on the page they came from that it did not work.
  if (error && typeof callbackUrl === 'string') redirect(afterRefusal(callbackUrl, 'oidc.failed'));
  const way = safeWay(typeof next === 'string' ? next : null);
  if (await currentShell()) redirect(way);
  const [t, ways] = await Promise.all([getTranslations('signIn'), (await serverApi()).account.ways()]);
  return (
    <ClientMessages of={['signIn']}>
      <h1 className="mb-6">{t('title')}</h1>
      <ProviderRefusal error={error} />
      {saved ? <Notice kind="good">{t('saved')}</Notice> : null}
      {ways.provider ? (
        <div className="mb-8 border-b border-line pb-8">
          <ProviderWay provider={ways.provider} callbackUrl={wayBack.enter(way)} words="signIn" />
        </div>
      ) : null}
      <SignInForm next={way} />
      {ways.byPasskey ? (
        <div className="mt-8 border-t border-line pt-6">
          <PasskeyButton next={way} way="passkey" />
        </div>
      ) : null}
      <DemoPeople people={ways.demo} next={way} />
    </ClientMessages>
  );
}
