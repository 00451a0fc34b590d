import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { DefineWork } from '#features/work/define-work.tsx';
import { WorkTable } from '#features/work/work-list.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('title') };
}

/** The work people do: what requirements and competencies hang on. */
export default async function WorkPage() {
  const api = await serverApi();
  const [t, list] = await Promise.all([getTranslations('work'), api.work.list()]);
  return (
    <ClientMessages of={['work']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/people/work/import">{t('import.open')}</LinkButton>
            {list.can.define ? <DefineWork /> : null}
          </>
        }
      />
      <PeopleTabs current="work" />
      <WorkTable work={list.work} />
    </ClientMessages>
  );
}
