import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { CoursePage } from './types.ts';

/** What a course asks for, each with whether it is met and the way to it. */
export function BeforeYouBegin({ course }: { course: CoursePage }) {
  const t = useTranslations('course.before');
  const { prerequisites } = course;
  if (prerequisites.length === 0) return null;
  return (
    <section aria-labelledby="before">
      <h2 id="before" className="mb-1">
        {t('title')}
      </h2>
      <p className="max-w-measure text-ink-2">{course.admitted ? t('met') : t('notMet')}</p>
      <ul className="mt-1 max-w-measure">
        {prerequisites.map(({ id, met, course: required }) => (
          <li key={id} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 py-0.5">
            <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
              {met ? '✓' : '✗'}
            </span>
            <span className="wrap-anywhere">
              {required ? (
                <Link
                  href={paths.course(required.slug)}
                  lang={required.language}
                  className="font-semibold text-accent hover:underline"
                >
                  {required.title}
                </Link>
              ) : (
                t('hidden')
              )}
              <span className="text-ink-2">{met ? t('held') : t('missing')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
