import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { InsideBar, Watermark } from '#features/twins/inside-bar.tsx';
import { ClientMessages, FrameMessages } from '#i18n/client-messages.tsx';
import type { Shell } from '#trpc/shell.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Brand } from './brand.tsx';
import { Navigation, type NavigationItem } from './navigation.tsx';
import { PersonBlock } from './person-block.tsx';
import { sectionPaths } from './sections.ts';
import { ShellTools } from './shell-tools.tsx';

/** Banners, navigation, person and palette around a page. */
export function PortalShell({ shell, children }: { shell: Shell; children: ReactNode }) {
  const t = useTranslations('shell');
  const words = useTranslations();
  const locale = useLocale();
  const { person, inside } = shell;
  const level = inside ? words('markings.exercise', { level: shell.marking[locale] }) : shell.marking[locale];
  const preferences = { locale: person.locale, theme: person.theme, zone: person.zone };
  const items: NavigationItem[] = shell.sections.map(({ key, count }) => ({
    key,
    count,
    label: t(`sections.${key}`),
    waiting: t('sectionCount', { count }),
  }));
  const pages = [
    ...items.map(({ key, label }) => ({ href: sectionPaths[key], label })),
    { href: '/notifications', label: words('notifications.title') },
    { href: '/account', label: words('account.title') },
  ];
  return (
    <FrameMessages>
      <a
        href="#content"
        className="no-print fixed left-3 top-8 z-50 -translate-y-20 rounded-md border border-line-strong bg-paper px-4 py-2 font-semibold focus:translate-y-0"
      >
        {t('skipToContent')}
      </a>
      <MarkingBanner of="portal" words={{ level }} />
      {inside ? <Watermark inside={inside} /> : null}
      <div className="print-frame grid min-h-dvh py-(--marking-height) max-md:pb-[calc(var(--marking-height)+var(--bottom-bar-height))] md:grid-cols-[var(--navigation-width)_minmax(0,1fr)]">
        <header className="no-print sticky top-(--marking-height) flex h-[calc(100dvh-2*var(--marking-height))] flex-col overflow-y-auto border-r border-line bg-wash px-3 py-4 max-md:hidden">
          <Brand unread={shell.unreadNotifications} />
          <nav aria-label={t('navigation')}>
            <Navigation items={items} />
          </nav>
          <PersonBlock shell={shell} />
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 max-w-page p-4 pb-12 outline-none md:px-8 md:py-8 print:p-0"
        >
          {inside ? (
            <ClientMessages of={['twins']}>
              <InsideBar inside={inside} />
            </ClientMessages>
          ) : null}
          {children}
        </main>
      </div>
      <BottomBar shell={shell} items={items} />
      <ShellTools pages={pages} person={{ name: person.name, party: person.party[locale], ...preferences }} />
    </FrameMessages>
  );
}
