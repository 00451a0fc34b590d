import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { PaletteTextButton } from '#features/palette/palette-button.tsx';
import type { Shell } from '#trpc/shell.ts';
import { BottomLinks, bottomItem, type NavigationItem } from './navigation.tsx';
import { personPanelId } from './person-panel-id.ts';
import { sectionPaths } from './sections.ts';

const AT_ONCE = 4;

/** The navigation of a narrow screen: the first sections along the bottom, the rest behind one more. */
export function BottomBar({ shell, items }: { shell: Shell; items: readonly NavigationItem[] }) {
  const t = useTranslations();
  const others = items.slice(AT_ONCE);
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="no-print fixed inset-x-0 bottom-(--marking-height) z-30 border-t border-line-strong bg-paper md:hidden"
    >
      <ul className="flex">
        <BottomLinks items={items.slice(0, AT_ONCE)} />
        <li className="flex-1">
          <button type="button" popoverTarget="more-panel" className={bottomItem}>
            {t('shell.more')}
          </button>
        </li>
      </ul>
      <div
        id="more-panel"
        popover="auto"
        className="fixed inset-auto bottom-[calc(var(--marking-height)+var(--bottom-bar-height)+8px)] right-3 m-0 w-64 rounded-lg border border-line-strong bg-raised p-2 text-ink shadow-float"
      >
        <ul>
          {others.map((item) => (
            <MoreLink key={item.key} href={sectionPaths[item.key]} label={item.label} />
          ))}
          <MoreLink
            href="/notifications"
            label={t('notifications.title')}
            note={shell.unreadNotifications > 0 ? String(shell.unreadNotifications) : undefined}
          />
          <li>
            <PaletteTextButton className={moreItem} />
          </li>
          <li>
            <button type="button" popoverTarget={personPanelId} className={moreItem}>
              {t('shell.personMenu.open')}
            </button>
          </li>
        </ul>
      </div>
    </nav>
  );
}

const moreItem =
  'flex w-full items-center justify-between rounded-md px-3 py-2.5 text-left font-medium text-ink-2 hover:bg-wash';

function MoreLink({ href, label, note }: { href: string; label: string; note?: string }) {
  return (
    <li>
      <Link href={href} className={moreItem}>
        {label}
        {note ? <span className="text-xs text-ink-3">{note}</span> : null}
      </Link>
    </li>
  );
}
