import { useLocale, useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { Publishing } from './types.ts';

type Version = Publishing['versions'][number];

/** Every version of a course, with what was told of it, and the way to what is different. */
export function Versions({ course, versions }: { course: string; versions: readonly Version[] }) {
  const t = useTranslations('authoring.versions');
  const locale = useLocale();
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-2">
        {t('title')}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {versions.map((version, index) => {
          const before = versions[index + 1];
          const note = version.notes[locale] ?? Object.values(version.notes)[0];
          return (
            <li key={version.number} className="py-2.5">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <span className="font-semibold">{t('number', { number: version.number })}</span>
                {version.publishedAt ? (
                  <span className="text-sm text-ink-2">
                    <Instant at={version.publishedAt} />
                    {version.by ? ` · ${version.by}` : null} · {t('learners', { count: version.learners })}
                  </span>
                ) : (
                  <Tag tone="info">{t('draft')}</Tag>
                )}
                {version.requiresRetake ? <Tag tone="warn">{t('retake')}</Tag> : null}
              </p>
              <p className="flex flex-wrap gap-x-4 gap-y-1">
                {before ? (
                  <Link
                    href={paths.compare(course, before.number, version.number)}
                    className="text-sm font-semibold text-accent hover:underline"
                  >
                    {t('compare', { number: before.number })}
                  </Link>
                ) : null}
                <a
                  href={paths.archive(course, version.number)}
                  download
                  aria-label={t('archiveOf', { number: version.number })}
                  className="text-sm font-semibold text-accent hover:underline"
                >
                  {t('archive')}
                </a>
              </p>
              {note ? <p className="mt-1 max-w-measure whitespace-pre-line text-ink-2">{note}</p> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
