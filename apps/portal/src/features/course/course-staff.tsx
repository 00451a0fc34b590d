import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { CoursePage } from './types.ts';

/** Who directs and teaches the course, and how they are asked. */
export function CourseStaff({ course: { staff, can, slug } }: { course: CoursePage }) {
  const t = useTranslations('course.facts');
  return (
    <>
      {staff.length > 0 ? (
        <ul className="mb-1">
          {staff.map(({ id, name, role }) => (
            <li key={id}>
              <Link href={paths.person(id)} className="text-accent underline">
                {name}
              </Link>
              , {t(`staff.${role}`)}
            </li>
          ))}
        </ul>
      ) : null}
      {can.ask ? (
        <Link
          href={paths.courseQuestions(slug)}
          className="inline-block py-1 font-semibold text-accent hover:underline"
        >
          {t('askStaff')}
        </Link>
      ) : (
        t('askCoordinator')
      )}
    </>
  );
}
