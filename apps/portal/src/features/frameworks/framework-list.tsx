import { itemKinds } from '@concord/api/features/frameworks/rules';
import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Framework } from './types.ts';

/** Frameworks as rows: which, from whom, and how much each names. */
export function FrameworkList({ frameworks }: { frameworks: readonly Framework[] }) {
  const t = useTranslations('frameworks');
  return (
    <ul className="border-t border-line">
      {frameworks.map(({ id, code, version, title, counts, current, importedAt }) => (
        <li key={id} className="border-b border-line py-3">
          <Link href={`/learn/frameworks/${id}`} className="font-semibold hover:text-accent hover:underline">
            <span lang="en">{title}</span>
          </Link>{' '}
          {current ? null : <Tag>{t('earlier')}</Tag>}
          <p className="text-sm text-ink-2">
            {t('version', { code, version })}
            {itemKinds
              .filter((kind) => (counts[kind] ?? 0) > 0)
              .map((kind) => `, ${t(`counts.${kind}`, { count: counts[kind] ?? 0 })}`)}
          </p>
          <p className="text-sm text-ink-3">
            {t('broughtIn')} <Instant at={importedAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
