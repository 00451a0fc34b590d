import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { BankTabs } from '#features/bank/bank-tabs.tsx';
import { ExportQuestions } from '#features/bank/export-questions.tsx';
import { ImportQuestions } from '#features/bank/import-questions.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bank.import'))('title') };
}

/** Questions from a file, looked at before they are written, and questions into a file. */
export default async function ImportQuestionsPage() {
  const api = await serverApi();
  const [t, locale, shelves] = await Promise.all([
    getTranslations('bank'),
    getLocale(),
    api.bank.categories(),
  ]);
  return (
    <ClientMessages of={['bank']}>
      <PageHeader
        title={t('import.title')}
        lead={t('import.lead')}
        crumbs={[{ label: t('title'), href: '/learn/bank' }]}
      />
      <BankTabs current="import" />
      {shelves.length === 0 ? (
        <EmptyState
          title={t('noCategory.title')}
          action={<LinkButton href="/learn/bank/categories">{t('noCategory.action')}</LinkButton>}
        />
      ) : (
        <div className="flex flex-col gap-10">
          <ImportQuestions shelves={shelves} locale={locale} />
          <ExportQuestions shelves={shelves} />
        </div>
      )}
    </ClientMessages>
  );
}
