import { useTranslations } from 'next-intl';
import { BellIcon } from '#components/icons.tsx';
import { Mark } from '#components/mark.tsx';
import { Link } from '#components/ui/link.tsx';
import { PaletteIconButton } from '#features/palette/palette-button.tsx';

/** Our name at the head of the navigation, with search and notifications beside it. */
export function Brand({ unread }: { unread: number }) {
  const t = useTranslations();
  return (
    <div className="flex items-center justify-between pb-4">
      <Link
        href="/"
        className="flex items-center gap-2 rounded-md px-2.5 py-1 text-lg font-bold tracking-[-0.01em]"
      >
        <Mark />
        {t('shell.productName')}
      </Link>
      <span className="flex">
        <PaletteIconButton />
        <NotificationsLink unread={unread} label={t('notifications.unread', { count: unread })} />
      </span>
    </div>
  );
}

function NotificationsLink({ unread, label }: { unread: number; label: string }) {
  return (
    <Link
      href="/notifications"
      aria-label={label}
      title={label}
      className="relative grid size-8 place-items-center rounded-md text-ink-2 hover:bg-paper hover:text-ink"
    >
      <BellIcon />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute -right-0.5 top-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] font-bold leading-4 text-accent-ink"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  );
}
