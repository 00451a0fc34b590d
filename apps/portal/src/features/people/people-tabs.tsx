import { getTranslations } from 'next-intl/server';
import { Tabs } from '#components/ui/tabs.tsx';
import { serverApi } from '#trpc/server.ts';

type Page =
  | 'directory'
  | 'readiness'
  | 'requirements'
  | 'work'
  | 'cohorts'
  | 'import'
  | 'record'
  | 'glass'
  | 'mail';

/** The pages about people that this reader has. */
export async function PeopleTabs({ current }: { current: Page }) {
  const api = await serverApi();
  const [t, pages] = await Promise.all([getTranslations('people.tabs'), api.people.pages()]);
  const all: [Page, string, boolean][] = [
    ['directory', '/people', pages.directory],
    ['readiness', '/people/readiness', pages.readiness],
    ['requirements', '/people/requirements', pages.readiness],
    ['work', '/people/work', pages.readiness],
    ['cohorts', '/people/cohorts', true],
    ['import', '/people/import', pages.import],
    ['record', '/people/record', pages.directory],
    ['glass', '/people/break-glass', pages.glass],
    ['mail', '/people/mail', pages.mail],
  ];
  const tabs = all
    .filter(([, , shown]) => shown)
    .map(([key, href]) => ({ href, label: t(key), current: key === current }));
  return <Tabs label={t('label')} tabs={tabs} />;
}
