import { useTranslations } from 'next-intl';
import { Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';

const tabs = {
  threads: (code: string) => paths.body(code),
  texts: (code: string) => paths.texts(code),
  meetings: (code: string) => paths.meetings(code),
  decisions: (code: string) => paths.decisions(code),
} as const;

/** What a body works with, each at its own address. */
export function BodyTabs({ code, current }: { code: string; current: keyof typeof tabs }) {
  const t = useTranslations('consult.tabs');
  return (
    <Tabs
      label={t('label')}
      tabs={(['threads', 'texts', 'meetings', 'decisions'] as const).map((one) => ({
        href: tabs[one](code),
        label: t(one),
        current: one === current,
      }))}
    />
  );
}
