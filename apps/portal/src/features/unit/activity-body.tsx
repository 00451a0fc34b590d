import { useLocale } from 'next-intl';
import { AssignmentActivity } from '#features/assignments/assignment-activity.tsx';
import { ActivityBarrier, CourseBarrier } from '#features/course/barrier.tsx';
import { SessionActivity } from '#features/live-sessions/session-activity.tsx';
import { QuizActivity } from '#features/quiz/quiz-activity.tsx';
import { pathIn } from './path-in.ts';
import { QuizAbout } from './quiz-about.tsx';
import { Reading } from './reading.tsx';
import { TakingFiles } from './taking-files.tsx';
import type { ActivityPage } from './types.ts';
import { Watching } from './watching.tsx';

/** What an activity is to its learner, by its kind. */
export function ActivityBody({ page }: { page: ActivityPage }) {
  const locale = useLocale();
  const { activity, barrier, course, enrolment, language, next } = page;
  if (barrier?.kind === 'course') return <CourseBarrier course={barrier.course} />;
  if (barrier)
    return <ActivityBarrier title={barrier.activity.title} href={pathIn(page, barrier.activity.key)} />;
  if (activity.kind === 'video') return <Watching page={page} />;
  if (activity.kind === 'file') return <TakingFiles page={page} />;
  if (activity.kind === 'assignment') return <AssignmentActivity page={page} />;
  if (activity.kind === 'session') return <SessionActivity page={page} />;
  if (activity.kind !== 'quiz') return <Reading page={page} locale={locale} />;
  if (!enrolment) return <QuizAbout activity={activity} />;
  return (
    <QuizActivity
      slug={course.slug}
      activity={activity}
      enrolment={enrolment}
      language={language}
      next={next}
    />
  );
}
