import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { hold } from '#components/held/hold.ts';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { InsideBar, Watermark } from '#features/twins/inside-bar.tsx';
import { ClientMessages, FrameMessages } from '#i18n/client-messages.tsx';
import type { Shell } from '#trpc/shell.ts';
import { bottomMarkup } from './bottom-markup.ts';
import { FrameText } from './frame-text.tsx';
import { inSection, type Section, sectionPaths } from './sections.ts';
import { ShellTools } from './shell-tools.tsx';
import { sideMarkup } from './side-markup.ts';

type Props = { shell: Shell; pathname: string; children: ReactNode };

/** Banners, navigation, person and palette around a page. */
export function PortalShell({ shell, pathname, children }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { person, inside } = shell;
  const level = inside ? t('markings.exercise', { level: shell.marking[locale] }) : shell.marking[locale];
  const preferences = { locale: person.locale, theme: person.theme, zone: person.zone };
  const sections = shell.sections.map(
    ({ key, count }): Section => ({
      key,
      count,
      label: t(`shell.sections.${key}`),
      waiting: t('shell.sectionCount', { count }),
      here: inSection(pathname, sectionPaths[key]),
    }),
  );
  const pages = [
    ...sections.map(({ key, label }) => ({ href: sectionPaths[key], label })),
    { href: '/notifications', label: t('notifications.title') },
    { href: '/account', label: t('account.title') },
  ];
  const words = { t, locale };
  return (
    <FrameMessages>
      <a
        href="#content"
        className="no-print fixed left-3 top-8 z-50 -translate-y-20 rounded-md border border-line-strong bg-paper px-4 py-2 font-semibold focus:translate-y-0"
      >
        {t('shell.skipToContent')}
      </a>
      <MarkingBanner of="portal" words={{ level }} />
      {inside ? <Watermark inside={inside} /> : null}
      <div className="print-frame grid min-h-dvh py-(--marking-height) max-md:pb-[calc(var(--marking-height)+var(--bottom-bar-height))] md:grid-cols-[var(--navigation-width)_minmax(0,1fr)]">
        <FrameText
          as="header"
          text={hold('frame-side', sideMarkup(shell, sections, words).html)}
          className="no-print sticky top-(--marking-height) flex h-[calc(100dvh-2*var(--marking-height))] flex-col overflow-y-auto border-r border-line bg-wash px-3 py-4 max-md:hidden"
        />
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
      <FrameText
        as="nav"
        text={hold('frame-bottom', bottomMarkup(shell.unreadNotifications, sections, words).html)}
        label={t('shell.navigation')}
        className="no-print fixed inset-x-0 bottom-(--marking-height) z-30 border-t border-line-strong bg-paper md:hidden"
      />
      <ShellTools pages={pages} person={{ name: person.name, party: person.party[locale], ...preferences }} />
    </FrameMessages>
  );
}
