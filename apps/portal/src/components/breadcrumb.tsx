import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';

export type Crumb = { label: string; href?: string };

/** The way from the section down to this page. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations('common');
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="flex flex-wrap gap-x-1.5 text-sm text-ink-2">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex min-h-6 min-w-0 gap-x-1.5 wrap-anywhere *:py-0.5">
            {index > 0 ? <span aria-hidden="true">›</span> : null}
            {crumb.href ? (
              <Link href={crumb.href} className="hover:text-accent hover:underline">
                {crumb.label}
              </Link>
            ) : (
              <span>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
