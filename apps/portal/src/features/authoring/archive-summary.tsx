'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatList } from '#i18n/format.ts';
import { languageName } from '#i18n/language-name.ts';
import type { ArchiveLook } from './types.ts';

/** What an archive holds, and what would become of it. */
export function ArchiveSummary({ look }: { look: ArchiveLook }) {
  const t = useTranslations('authoring');
  const locale = useLocale();
  const { course, existing, may, missingTemplate } = look;
  if (!course) return <p className="font-semibold text-bad">{t('archive.nothing')}</p>;
  const counts = [
    t('archive.units', { count: course.units }),
    ...course.kinds.map(({ kind, count }) => t('archive.ofKind', { kind: t(`kinds.${kind}`), count })),
    t('archive.questions', { count: course.questions }),
    t('archive.files', { count: course.files }),
  ];
  const languages = course.languages.map((language) => languageName(language));
  return (
    <>
      <h2 className="wrap-anywhere">{course.title}</h2>
      <p className="mt-1 text-ink-2">{counts.join(' · ')}</p>
      <p className="text-ink-2">{formatList(languages, locale as 'en' | 'fr')}</p>
      <p className="mt-3 max-w-measure">
        {t(`archive.${becomes(existing, may)}`, { ...becomesWith(course, existing) })}
      </p>
      {missingTemplate ? (
        <p className="mt-3 max-w-measure border-l-3 border-warn pl-3">
          {t('archive.missingTemplate', { name: missingTemplate })}
        </p>
      ) : null}
    </>
  );
}

function becomes(existing: ArchiveLook['existing'], may: boolean) {
  if (!existing) return may ? 'becomesNew' : 'onlyManagers';
  if (!existing.mine) return 'notYours';
  return existing.otherSource ? 'otherSource' : 'becomesVersion';
}

const becomesWith = (course: NonNullable<ArchiveLook['course']>, existing: ArchiveLook['existing']) => ({
  slug: course.slug,
  number: existing?.number ?? 1,
});

/** What of an archive cannot be taken, by file and line. */
export function ArchiveProblems({ problems }: Pick<ArchiveLook, 'problems'>) {
  const t = useTranslations('authoring.archive');
  if (problems.length === 0) return null;
  return (
    <>
      <h3 className="mt-5 mb-2">{t('problems', { count: problems.length })}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {problems.map(({ file, line, code, params }) => (
          <li key={`${file} ${line} ${code} ${Object.values(params).join(' ')}`} className="py-2">
            <span className="block font-mono text-sm wrap-anywhere text-ink-2">
              {line === null ? file : t('place', { file, line })}
            </span>
            {t(`problem.${code}`, params)}
          </li>
        ))}
      </ul>
    </>
  );
}
