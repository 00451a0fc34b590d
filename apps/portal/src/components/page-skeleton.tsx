import { useTranslations } from 'next-intl';

const rows = ['first', 'second', 'third', 'fourth'];

/** The outline of a page that is on its way: it holds the places, says so to a screen reader, and does not move. */
export function PageSkeleton() {
  const t = useTranslations('shell');
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <div aria-hidden="true" className="max-w-measure">
        <div className="mb-2 h-7 w-40 rounded-sm bg-line" />
        <div className="mb-8 h-4 w-80 max-w-full rounded-sm bg-line" />
        {rows.map((row) => (
          <div key={row} className="border-t border-line py-4">
            <div className="mb-2 h-4 w-3/4 rounded-sm bg-wash" />
            <div className="h-3 w-1/2 rounded-sm bg-wash" />
          </div>
        ))}
      </div>
    </div>
  );
}
