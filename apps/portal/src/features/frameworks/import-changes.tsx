import { itemKinds } from '@concord/api/features/frameworks/rules';
import { useTranslations } from 'next-intl';
import type { FrameworkPreview } from './types.ts';

type Read = NonNullable<FrameworkPreview['read']>;
type Item = { kind: Read['added'][number]['kind']; code: string; title: string; before?: string };

/** What a file would make of the version held: what is new, says something else, or is gone. */
export function ImportChanges({ read }: { read: Read }) {
  const t = useTranslations('frameworks');
  const { figures, held, mapped } = read;
  const lists = [
    { of: 'added', items: read.added },
    { of: 'changed', items: read.changed },
    { of: 'gone', items: read.gone },
  ] as const;
  return (
    <section aria-labelledby="read" className="mb-5">
      <h2 id="read" className="mb-1">
        <span lang="en">{read.title}</span>
      </h2>
      <p className="mb-1 text-ink-2">
        {t('version', { code: read.code, version: read.version })}
        {itemKinds
          .filter((kind) => (read.counts[kind] ?? 0) > 0)
          .map((kind) => `, ${t(`counts.${kind}`, { count: read.counts[kind] ?? 0 })}`)}
      </p>
      <p className="mb-3 font-semibold">
        {read.unchanged
          ? t('import.unchanged')
          : held
            ? t(held.same ? 'import.againstSame' : 'import.against', { version: held.version })
            : t('import.first')}
      </p>
      {held && !read.unchanged
        ? lists.map(({ of, items }) => <Changes key={of} of={of} count={figures[of]} items={items} />)
        : null}
      {mapped.gone + mapped.changed > 0 ? (
        <p className="mt-3 border-l-3 border-warn pl-3">{t('import.mapped', mapped)}</p>
      ) : null}
    </section>
  );
}

type Props = { of: 'added' | 'changed' | 'gone'; count: number; items: readonly Item[] };

function Changes({ of, count, items }: Props) {
  const t = useTranslations('frameworks');
  if (count === 0) return <p className="border-t border-line py-2">{t(`import.${of}`, { count })}</p>;
  return (
    <details className="border-t border-line py-2">
      <summary className="cursor-pointer font-semibold">{t(`import.${of}`, { count })}</summary>
      <ul className="my-2 text-sm">
        {items.map(({ kind, code, title, before }) => (
          <li key={code} className="wrap-anywhere py-1">
            <span className="text-ink-3">{t(`kind.${kind}`)} </span>
            <span lang="en">
              {before && before !== title ? <del className="text-ink-3">{before}</del> : null} {title}
            </span>
          </li>
        ))}
        {count > items.length ? (
          <li className="py-1 text-ink-2">{t('import.more', { count: count - items.length })}</li>
        ) : null}
      </ul>
    </details>
  );
}
