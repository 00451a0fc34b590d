import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { BankTabs } from '#features/bank/bank-tabs.tsx';
import { CategoriesEditor } from '#features/bank/categories-editor.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bank.categories'))('title') };
}

/** The tree questions stand in. */
export default async function CategoriesPage() {
  const api = await serverApi();
  const [t, shelves] = await Promise.all([getTranslations('bank'), api.bank.categories()]);
  return (
    <ClientMessages of={['bank']}>
      <PageHeader
        title={t('categories.title')}
        lead={t('categories.lead')}
        crumbs={[{ label: t('title'), href: '/learn/bank' }]}
      />
      <BankTabs current="categories" />
      <CategoriesEditor shelves={shelves} />
    </ClientMessages>
  );
}
