import { useTranslations } from 'next-intl';
import { Tabs } from '#components/ui/tabs.tsx';

type Page = 'questions' | 'categories' | 'import';

/** The pages of the bank. */
export function BankTabs({ current }: { current: Page }) {
  const t = useTranslations('bank.tabs');
  const pages: [Page, string][] = [
    ['questions', '/learn/bank'],
    ['categories', '/learn/bank/categories'],
    ['import', '/learn/bank/import'],
  ];
  return (
    <Tabs
      label={t('label')}
      tabs={pages.map(([key, href]) => ({ href, label: t(key), current: key === current }))}
    />
  );
}
