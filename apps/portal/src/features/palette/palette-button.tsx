import { useTranslations } from 'next-intl';
import { SearchIcon } from '#components/icons.tsx';

/** Opens the command palette from the head of a page; the palette listens for presses of such buttons. */
export function PaletteButton() {
  const t = useTranslations('palette');
  return (
    <button
      type="button"
      data-palette=""
      aria-keyshortcuts="Control+K"
      className="no-print rounded-md border border-line-strong bg-raised px-4 py-2 font-semibold hover:bg-wash max-md:hidden"
    >
      {t('open')}
      <span aria-hidden="true" className="ml-2 font-medium text-ink-3">
        {t('shortcut')}
      </span>
    </button>
  );
}

/** Opens the command palette from the navigation. */
export function PaletteIconButton() {
  const t = useTranslations('palette');
  return (
    <button
      type="button"
      data-palette=""
      aria-label={t('label')}
      aria-keyshortcuts="Control+K"
      title={`${t('label')} (${t('shortcut')})`}
      className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-paper hover:text-ink"
    >
      <SearchIcon />
    </button>
  );
}

/** Opens the command palette from a list of things to do. */
export function PaletteTextButton({ className }: { className: string }) {
  const t = useTranslations('palette');
  return (
    <button type="button" data-palette="" className={className}>
      {t('label')}
    </button>
  );
}
