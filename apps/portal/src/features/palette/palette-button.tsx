import { useTranslations } from 'next-intl';

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
