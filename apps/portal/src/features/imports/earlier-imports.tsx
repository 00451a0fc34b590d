import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import type { ImportList } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';

/** Files brought before; one left half-way can be gone on with. */
export async function EarlierImports({ imports }: { imports: ImportList }) {
  const [t, clock] = await Promise.all([getTranslations('imports'), getClock()]);
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier" className="mb-3">
        {t('earlier')}
      </h2>
      <ul className="border-t border-line">
        {imports.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2.5"
          >
            <Link
              href={`/people/import?id=${one.id}`}
              className="font-semibold wrap-anywhere hover:text-accent hover:underline"
            >
              {one.fileName}
            </Link>
            <span className="text-sm text-ink-2">
              {clock.at(one.createdAt)} ·{' '}
              {one.finishedAt ? t('allWritten') : t('notWritten', { count: one.ready })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
