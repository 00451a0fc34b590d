import { useTranslations } from 'next-intl';
import { Tabs } from '#components/ui/tabs.tsx';
import { learnPages, paths } from '#features/paths.ts';

type Props = { code: string; current: (typeof learnPages)[number] };

/** What comes after an exercise, page by page: seen, talked about, learned, asked, reported. */
export function LearnTabs({ code, current }: Props) {
  const t = useTranslations('lessons.tabs');
  return (
    <Tabs
      label={t('label')}
      tabs={learnPages.map((page) => ({
        href: paths.exerciseLearn(code, page),
        label: t(page),
        current: page === current,
      }))}
    />
  );
}
