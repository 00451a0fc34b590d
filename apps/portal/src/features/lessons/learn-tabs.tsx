import { useTranslations } from 'next-intl';
import { Tabs } from '#components/ui/tabs.tsx';
import { learnPages, paths } from '#features/paths.ts';

type Page = (typeof learnPages)[number];
type Props = { code: string; current: Page; beside?: { joined: boolean; report: boolean } };

/** What comes after an exercise, page by page: seen, talked about, learned, asked, reported. */
export function LearnTabs({ code, current, beside = { joined: true, report: true } }: Props) {
  const t = useTranslations('lessons.tabs');
  const found = (page: Page) => beside.joined || page === 'lessons' || (page === 'report' && beside.report);
  return (
    <Tabs
      label={t('label')}
      tabs={learnPages.filter(found).map((page) => ({
        href: paths.exerciseLearn(code, page),
        label: t(page),
        current: page === current,
      }))}
    />
  );
}
