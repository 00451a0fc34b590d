import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { BreakGlass } from '#features/thread/break-glass.tsx';
import { OwnGlass } from '#features/thread/own-glass.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('glass'))('title') };
}

/** Where an administrator breaks the glass of a thread, seen by all its members, and ends it again. */
export default async function BreakGlassPage() {
  const api = await serverApi();
  const [t, { allowed, open }] = await Promise.all([getTranslations('glass'), api.threads.glass()]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PeopleTabs current="glass" />
      <ClientMessages of={['glass']}>
        <OwnGlass open={open} />
        {allowed ? <BreakGlass /> : <Notice kind="info">{t('off')}</Notice>}
      </ClientMessages>
    </>
  );
}
