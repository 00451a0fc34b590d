import { useTranslations } from 'next-intl';
import { LinkButton } from '#components/ui/link-button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { useClock } from '#i18n/clock.ts';
import { CourseBarrier } from './barrier.tsx';
import { continuePath } from './continue-path.ts';
import { EnrolButton } from './enrol-button.tsx';
import type { CoursePage } from './types.ts';
import { WithdrawButton } from './withdraw-button.tsx';

/** Where the person stands in a course, and the one next step. */
export function MyWay({ course }: { course: CoursePage }) {
  const { can, enrolment, continueAt, slug } = course;
  const t = useTranslations('course');
  const [first] = course.units[0]?.activities ?? [];
  const lacking = course.admitted ? undefined : course.prerequisites.find(({ met }) => !met);
  return (
    <ClientMessages of={['course.enrol', 'course.withdraw']}>
      {enrolment ? (
        <Enrolled course={course} enrolment={enrolment} />
      ) : can.enrol && lacking ? (
        <CourseBarrier course={lacking.course} />
      ) : can.enrol ? (
        <div className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-2">
          <EnrolButton courseId={course.id} start={first ? paths.activity(slug, first.key) : null} />
          <p className="max-w-measure text-sm text-ink-2">{t('enrol.note')}</p>
        </div>
      ) : (
        <p className="mb-8 max-w-measure text-ink-2">{t('enrol.closed')}</p>
      )}
      {!enrolment && can.read && continueAt ? (
        <p className="mb-8 text-sm">
          {t('staff')}{' '}
          <LinkButton look="quiet" size="small" href={continuePath(slug, continueAt)}>
            {t('look')}
          </LinkButton>
        </p>
      ) : null}
    </ClientMessages>
  );
}

type EnrolledProps = { course: CoursePage; enrolment: NonNullable<CoursePage['enrolment']> };

function Enrolled({ course, enrolment }: EnrolledProps) {
  const t = useTranslations('course');
  const clock = useClock();
  const { progress, continueAt } = course;
  const { done, total, minutesLeft } = progress;
  const words = t('progress', { done, total });
  const lacking =
    course.admitted || enrolment.completedAt ? undefined : course.prerequisites.find(({ met }) => !met);
  return (
    <>
      {lacking ? <CourseBarrier course={lacking.course} /> : null}
      <section aria-label={t('mine')} className="mb-8 rounded-md border border-line-strong px-5 py-4">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <div className="min-w-52 flex-1">
            <p className="mb-1.5 font-semibold">
              {enrolment.completedAt
                ? t('completedOn', { date: clock.date(enrolment.completedAt) })
                : minutesLeft > 0
                  ? t('progressLeft', { done, total, minutes: minutesLeft })
                  : words}
            </p>
            <ProgressBar done={done} total={total} label={words} />
            {enrolment.dueAt && !enrolment.completedAt ? (
              <p className="mt-1.5 text-sm text-ink-2">
                {t('due', { when: clock.due(enrolment.dueAt), left: clock.left(enrolment.dueAt) })}
              </p>
            ) : null}
          </div>
          <div className="no-print flex flex-wrap items-center gap-4">
            {course.can.withdraw ? <WithdrawButton enrolmentId={enrolment.id} /> : null}
            {enrolment.completedAt && course.credential ? (
              <LinkButton href="/learn/credentials">{t('credential')}</LinkButton>
            ) : null}
            {continueAt && !lacking ? (
              <LinkButton
                look={enrolment.completedAt ? 'plain' : 'primary'}
                href={continuePath(course.slug, continueAt)}
              >
                {enrolment.completedAt
                  ? t('again')
                  : done === 0 && !begun(course)
                    ? t('start')
                    : t('continue')}
              </LinkButton>
            ) : null}
          </div>
        </div>
      </section>
    </>
  );
}

function begun(course: CoursePage): boolean {
  return course.units.some((unit) => unit.activities.some(({ seen }) => seen));
}
