import { safeWay } from '@concord/api/features/account/rules';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PasskeyButton } from '#features/sign-in/passkey-button.tsx';
import { SecondStep } from '#features/sign-in/second-step.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';
import { currentShell } from '#trpc/shell.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.after'))('title') };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** Between the identity provider and the portal: the second factor, used where there is one, set up where it is due. */
export default async function AfterPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const way = safeWay(typeof next === 'string' ? next : null);
  if (!(await currentShell())) redirect(`/sign-in?next=${encodeURIComponent(way)}`);
  const { secondFactor, passkeys } = await (await serverApi()).account.get();
  const [byCode, byPasskey] = [secondFactor.confirmedAt !== null, passkeys.list.length > 0];
  if (secondFactor.used) redirect(way);
  if (!byCode && !byPasskey)
    redirect(secondFactor.needed ? `/account/second-factor?next=${encodeURIComponent(way)}` : way);
  const t = await getTranslations('signIn.after');
  return (
    <ClientMessages of={['signIn']}>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6 text-ink-2">{t('lead')}</p>
      <div className="flex flex-col gap-6">
        {byPasskey ? <PasskeyButton next={way} way="step-up" /> : null}
        {byCode ? <SecondStep next={way} /> : null}
      </div>
    </ClientMessages>
  );
}
