import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { TimeWords } from '#i18n/format.ts';
import { languageName } from '#i18n/language-name.ts';
import { lengthInWords } from '#i18n/length.ts';
import { useCategoryName } from './category-name.ts';
import { type CatalogueSearch, isNarrowed, searchPath } from './search.ts';
import type { Catalogue, CatalogueCourse } from './types.ts';

/** The courses found, by title. */
export function CatalogueList({ catalogue, search }: { catalogue: Catalogue; search: CatalogueSearch }) {
  const t = useTranslations('learn');
  if (catalogue.courses.length === 0) {
    const narrowed = isNarrowed(search);
    return (
      <EmptyState
        title={narrowed ? t('nothingFound.title') : t('empty.title')}
        action={narrowed ? <LinkButton href="/learn">{t('nothingFound.action')}</LinkButton> : null}
      >
        {narrowed ? t('nothingFound.body') : t('empty.body')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="border-t border-line">
        {catalogue.courses.map((course) => (
          <CourseRow key={course.id} course={course} />
        ))}
      </ul>
      {catalogue.next ? (
        <p className="mt-4">
          <LinkButton href={searchPath(search, catalogue.next)}>{t('more')}</LinkButton>
        </p>
      ) : null}
    </>
  );
}

function CourseRow({ course }: { course: CatalogueCourse }) {
  const time = useTranslations('time');
  const nameOf = useCategoryName();
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-4 md:grid-cols-[minmax(0,1fr)_11rem]">
      <div className="min-w-0" lang={course.language}>
        <h3 className="wrap-anywhere">
          <Link href={paths.course(course.slug)} className="hover:text-accent hover:underline">
            {course.title}
          </Link>
        </h3>
        <p className="line-clamp-3 max-md:line-clamp-6 max-w-measure text-ink-2">{course.summary}</p>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2 md:block">
        <p>
          {nameOf(course.category)} · {lengthInWords(course.minutes, time as unknown as TimeWords)}
        </p>
        <p className="text-ink-3">
          {course.languages.map((tag, index) => (
            <span key={tag} lang={tag}>
              {index > 0 ? ' · ' : null}
              {languageName(tag)}
            </span>
          ))}
        </p>
        {course.level.rank > 0 ? <p className="font-semibold">{course.level.name}</p> : null}
        <Mine course={course} />
      </div>
    </li>
  );
}

function Mine({ course: { mine, total } }: { course: CatalogueCourse }) {
  const t = useTranslations('learn');
  if (!mine) return null;
  return (
    <p className="md:mt-1">
      <Tag tone={mine.completed ? 'good' : 'info'} marked>
        {mine.completed ? t('completed') : t('progress', { done: mine.done, total })}
      </Tag>
    </p>
  );
}
