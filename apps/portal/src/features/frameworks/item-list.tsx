import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import type { FrameworkPage } from './types.ts';

/** Things of a framework as rows, each with its code. */
export function ItemList({ frameworkId, items }: { frameworkId: string; items: FrameworkPage['items'] }) {
  const t = useTranslations('frameworks');
  if (items.length === 0) return <p className="text-ink-2">{t('nothingFound')}</p>;
  return (
    <ul className="border-t border-line" lang="en">
      {items.map(({ code, title, description }) => (
        <li key={code} className="border-b border-line py-2.5">
          <Link
            href={`/learn/frameworks/${frameworkId}/${encodeURIComponent(code)}`}
            className="wrap-anywhere hover:text-accent hover:underline"
          >
            {title}
          </Link>
          {description ? (
            <p className="line-clamp-2 max-w-measure text-sm text-ink-2">{description}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
