import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { Learning } from './types.ts';

/** The person's courses: how far each has come, or what it earned and until when that holds. */
export function YourLearning({ courses }: { courses: readonly Learning[] }) {
  const t = useTranslations('today.learning');
  return (
    <section aria-labelledby="learning">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="learning">{t('title')}</h2>
        <Link href={paths.myLearning()} className="text-sm font-semibold text-accent hover:underline">
          {t('all')}
        </Link>
      </div>
      {courses.length === 0 ? (
        <p className="border-t border-line pt-3 text-ink-2">
          {t('none')}{' '}
          <Link href="/learn" className="font-semibold text-accent hover:underline">
            {t('browse')}
          </Link>
        </p>
      ) : (
        <ul className="border-t border-line">
          {courses.map((course) => (
            <CourseRow key={course.courseId} course={course} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CourseRow({ course }: { course: Learning }) {
  const t = useTranslations('today.learning');
  const progress = t('progress', { done: course.done, total: course.total });
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link
          href={paths.course(course.courseId)}
          className="font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          {course.title}
        </Link>
        {course.completed ? (
          <Earned course={course} />
        ) : (
          <span className="text-sm text-ink-2">{progress}</span>
        )}
      </div>
      {course.completed ? null : (
        <>
          <div className="mt-2 mb-1">
            <ProgressBar done={course.done} total={course.total} label={`${course.title}: ${progress}`} />
          </div>
          {course.next ? <p className="text-sm text-ink-2">{t('next', { title: course.next })}</p> : null}
        </>
      )}
    </li>
  );
}

function Earned({ course }: { course: Learning }) {
  const t = useTranslations('today.learning');
  const clock = useClock();
  if (!course.credential) return <Tag tone="good">{t('completed')}</Tag>;
  const { validUntil } = course.credential;
  if (validUntil === null) return <Tag tone="good">{t('validForever')}</Tag>;
  const expired = new Date(validUntil) < clock.now;
  const date = clock.date(validUntil);
  return (
    <Tag tone={expired ? 'bad' : 'good'}>{expired ? t('expired', { date }) : t('validUntil', { date })}</Tag>
  );
}
