import { useTranslations } from 'next-intl';
import { DueList, DueRow } from '#components/ui/due-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TimeLeft } from '#components/ui/time-left.tsx';
import { continuePath } from '#features/course/continue-path.ts';
import { paths } from '#features/paths.ts';
import type { OpenCourse } from './types.ts';

/** The courses the person has under way, each with the way back to where it was left. */
export function UnderWay({ courses }: { courses: readonly OpenCourse[] }) {
  const t = useTranslations('learn');
  if (courses.length === 0) return null;
  return (
    <section aria-labelledby="under-way" className="mb-8">
      <h2 id="under-way" className="mb-3">
        {t('underWay')}
      </h2>
      <DueList>
        {courses.map((course) => (
          <DueRow
            key={course.id}
            due={
              course.dueAt ? (
                <TimeLeft until={course.dueAt} />
              ) : (
                <span className="font-semibold text-ink-3">{t('noDeadline')}</span>
              )
            }
            title={
              <Link href={paths.course(course.slug)} className="hover:text-accent hover:underline">
                {course.title}
              </Link>
            }
            action={
              <LinkButton
                href={course.place ? continuePath(course.slug, course.place) : paths.course(course.slug)}
              >
                {course.started ? t('continue') : t('start')}
                <span className="sr-only">: {course.title}</span>
              </LinkButton>
            }
          >
            {t('progress', { done: course.done, total: course.total })}
          </DueRow>
        ))}
      </DueList>
    </section>
  );
}
