import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { languageName } from '#i18n/language-name.ts';
import type { Finding, Publishing } from './types.ts';

/** What is missing in a draft, part by part; errors stop publication. */
export function Findings({ course, publishing }: { course: string; publishing: Publishing }) {
  const t = useTranslations('authoring.findings');
  const { findings, titles } = publishing;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings" className="mb-1">
        {t('title')}
      </h2>
      <p className="mb-3 text-ink-2">
        {findings.length === 0 ? t('nothing') : t('summary', { errors, warnings: findings.length - errors })}
      </p>
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {findings.map((finding) => (
          <li
            key={Object.values(finding).join(' ')}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5"
          >
            <Tag tone={finding.severity === 'error' ? 'bad' : 'warn'} marked>
              {t(finding.severity)}
            </Tag>
            <Where course={course} finding={finding} titles={titles} />
            <span className="text-ink-2">
              {t(finding.code)}
              {finding.language ? ` (${languageName(finding.language)})` : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type WhereProps = { course: string; finding: Finding; titles: Readonly<Record<string, string>> };

function Where({ course, finding: { unit, activity }, titles }: WhereProps) {
  const t = useTranslations('authoring.frame');
  const look = 'font-medium text-accent wrap-anywhere hover:underline';
  if (activity)
    return (
      <Link href={paths.editActivity(course, activity)} className={look}>
        {titles[activity] ?? activity}
      </Link>
    );
  return (
    <Link href={unit ? paths.edit(course) : paths.editAbout(course)} className={look}>
      {unit ? (titles[unit] ?? unit) : t('about')}
    </Link>
  );
}
