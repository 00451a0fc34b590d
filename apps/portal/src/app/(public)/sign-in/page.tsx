import { safeWay } from '@concord/api/features/account/rules';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { DemoPeople } from '#features/sign-in/demo-people.tsx';
import { SignInForm } from '#features/sign-in/sign-in-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';
import { currentShell } from '#trpc/shell.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

type Props = { searchParams: Promise<{ next?: string | string[]; saved?: string }> };

/** The way in, for who has an account; in demo data, for everybody. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, saved } = await searchParams;
  const way = safeWay(typeof next === 'string' ? next : null);
  if (await currentShell()) redirect(way);
  const [t, { demo }] = await Promise.all([getTranslations('signIn'), (await serverApi()).account.ways()]);
  return (
    <ClientMessages of={['signIn']}>
      <h1 className="mb-6">{t('title')}</h1>
      {saved ? <Notice kind="good">{t('saved')}</Notice> : null}
      <SignInForm next={way} />
      <DemoPeople people={demo} next={way} />
    </ClientMessages>
  );
}
