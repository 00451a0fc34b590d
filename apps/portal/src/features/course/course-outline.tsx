import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { ActivityDue } from './activity-due.tsx';
import { ActivitySize } from './activity-size.tsx';
import { ActivityState } from './activity-state.tsx';
import type { CoursePage, OutlineActivity } from './types.ts';

/** The units of a course with what is in them; links for those who may read. */
export function CourseOutline({ course }: { course: CoursePage }) {
  const t = useTranslations('course');
  return (
    <section aria-labelledby="outline">
      <h2 id="outline" className="mb-3">
        {t('outline')}
      </h2>
      <ol className="border-t border-line" lang={course.language}>
        {course.units.map((unit, index) => (
          <li key={unit.id} className="border-b border-line py-3">
            <h3 className="mb-1 wrap-anywhere">
              {index + 1} {unit.title}
            </h3>
            <ol>
              {unit.activities.map((activity) => (
                <Row
                  key={activity.id}
                  activity={activity}
                  slug={course.slug}
                  open={course.can.read}
                  followed={course.enrolment !== null}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

type RowProps = { activity: OutlineActivity; slug: string; open: boolean; followed: boolean };

function Row({ activity, slug, open, followed }: RowProps) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-2 py-1">
      <span>
        {followed ? (
          <ActivityState completed={activity.completed} seen={activity.seen} locked={activity.locked} />
        ) : null}
      </span>
      {open ? (
        <Link
          href={paths.activity(slug, activity.key)}
          className="wrap-anywhere text-ink-2 hover:text-accent hover:underline"
        >
          {activity.title}
        </Link>
      ) : (
        <span className="wrap-anywhere text-ink-2">{activity.title}</span>
      )}
      <span className="text-right text-sm text-ink-3">
        <ActivityDue activity={activity} />
        <ActivitySize minutes={activity.minutes} questions={activity.questions} />
      </span>
    </li>
  );
}
