import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useCategoryName } from '#features/learn/category-name.ts';
import { useClock } from '#i18n/clock.ts';
import type { TimeWords } from '#i18n/format.ts';
import { languageName } from '#i18n/language-name.ts';
import { lengthInWords } from '#i18n/length.ts';
import { CourseStaff } from './course-staff.tsx';
import { Licence } from './licence.tsx';
import type { CoursePage } from './types.ts';

/** What is known of a course: how long, in which languages, when together, under which licence and from whom. */
export function CourseFacts({ course }: { course: CoursePage }) {
  const t = useTranslations('course');
  const time = useTranslations('time');
  const clock = useClock();
  const nameOf = useCategoryName();
  const { validityMonths, version } = course;
  return (
    <dl className="flex flex-col gap-4 text-sm">
      <Fact term={t('facts.length')}>
        {t('facts.lengthValue', {
          length: lengthInWords(course.minutes, time as unknown as TimeWords),
          activities: course.progress.total,
        })}
      </Fact>
      <Fact term={t('facts.languages')}>
        {course.languages.map((tag, index) => (
          <span key={tag}>
            {index > 0 ? ', ' : null}
            <span lang={tag}>{languageName(tag)}</span>
            {tag === course.sourceLanguage && course.languages.length > 1 ? ` (${t('facts.source')})` : null}
          </span>
        ))}
      </Fact>
      {version.sequence === 'inOrder' ? <Fact term={t('facts.order')}>{t('facts.inOrder')}</Fact> : null}
      <Fact term={t('facts.subject')}>{nameOf(course.category)}</Fact>
      <Fact term={t('facts.credential')}>
        {validityMonths === null ? t('facts.validForever') : t('facts.validFor', { months: validityMonths })}
      </Fact>
      <Fact term={t('facts.contact')}>
        <CourseStaff course={course} />
      </Fact>
      <Fact term={t('facts.licence')}>
        <Licence course={course} />
      </Fact>
      <Fact term={t('facts.version')}>
        {version.publishedAt
          ? t('facts.versionOf', { number: version.number, date: clock.date(version.publishedAt) })
          : version.number}
      </Fact>
      {version.notes ? <Fact term={t('facts.notes')}>{version.notes}</Fact> : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd className="wrap-anywhere text-ink-2">{children}</dd>
    </div>
  );
}
