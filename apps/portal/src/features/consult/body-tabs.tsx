import { useTranslations } from 'next-intl';
import { Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';

const tabs = { threads: paths.body, texts: paths.texts } as const;

/** What a body works with, each at its own address. */
export function BodyTabs({ code, current }: { code: string; current: keyof typeof tabs }) {
  const t = useTranslations('consult.tabs');
  return (
    <Tabs
      label={t('label')}
      tabs={(['threads', 'texts'] as const).map((one) => ({
        href: tabs[one](code),
        label: t(one),
        current: one === current,
      }))}
    />
  );
}
