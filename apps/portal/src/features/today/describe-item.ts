import type { WaitingItem } from '@concord/api/features/today/rules';
import type { getTranslations } from 'next-intl/server';
import { continuePath } from '#features/course/continue-path.ts';
import { paths } from '#features/paths.ts';
import type { getClock } from '#i18n/clock.ts';

type Words = Awaited<ReturnType<typeof getTranslations<'today'>>>;
type Clock = Awaited<ReturnType<typeof getClock>>;

export type ItemWords = { title: string; note?: string; action: string; href: string };

/** A waiting item in words: what it is, one line about it, and the verb that sees to it. */
export function describeItem(item: WaitingItem, t: Words, clock: Clock): ItemWords {
  switch (item.kind) {
    case 'enrolment':
      return {
        title: item.course,
        note:
          item.done === 0
            ? t('item.enrolmentNew')
            : t('item.enrolmentStarted', { done: item.done, total: item.total }),
        action: item.done === 0 ? t('item.start') : t('item.continue'),
        href: item.place ? continuePath(item.courseId, item.place) : paths.course(item.courseId),
      };
    case 'attempt':
      return {
        title: t('item.attempt', { activity: item.activity }),
        note: t('item.attemptAt', { course: item.course, answered: item.answered, total: item.total }),
        action: t('item.continue'),
        href: paths.activity(item.courseId, item.activityId),
      };
    case 'mention':
      return {
        title: t('item.mention', { person: item.person }),
        note: t('item.mentionIn', { thread: item.thread, when: clock.due(item.at) }),
        action: t('item.read'),
        href: paths.thread(item.threadId),
      };
    case 'thread':
      return {
        title: t('item.thread', { count: item.unread, thread: item.thread }),
        note: t('item.threadAt', { when: clock.due(item.at) }),
        action: t('item.read'),
        href: paths.thread(item.threadId),
      };
    case 'action':
      return {
        title: item.what,
        note: t('item.action', { number: item.number }),
        action: t('item.see'),
        href: paths.decision(item.decisionId),
      };
    case 'part':
      return {
        title: item.title,
        note: t(item.ended ? 'item.partEnded' : 'item.partEnds', {
          exercise: item.exercise?.name ?? '_none',
          closes: item.exercise ? clock.due(item.exercise.closesAt) : '',
        }),
        action: item.exercise ? t('item.openExercise') : t('item.see'),
        href: item.exercise ? paths.exercise(item.exercise.code) : paths.myLearning(),
      };
    case 'survey':
      return {
        title: t('item.survey', { survey: item.survey }),
        note: t('item.surveyOf', { exercise: item.exercise }),
        action: t('item.answerSurvey'),
        href: paths.survey(item.exercise, item.surveyId),
      };
    case 'lessonAction':
      return {
        title: item.what,
        note: t('item.lessonAction', { lesson: `${item.code}-${item.number}` }),
        action: t('item.see'),
        href: paths.lesson(item.code, item.number),
      };
    case 'silence':
      return {
        title: item.title,
        note: t(`item.silence.${item.waits}`, { body: item.body }),
        action: t('item.openText'),
        href: paths.text(item.textId),
      };
    case 'release':
      return {
        title: item.title,
        note: t('item.release', { body: item.body, person: item.person }),
        action: t('item.openText'),
        href: paths.text(item.textId),
      };
    case 'wider':
      return {
        title: item.thread,
        note: t('item.wider', { person: item.person }),
        action: t('item.decideWider'),
        href: paths.aboutThread(item.threadId),
      };
    case 'summary':
      return {
        title: item.title,
        note: t('item.summary', { body: item.body }),
        action: t('item.openSummary'),
        href: paths.meetingSummary(item.meetingId),
      };
    case 'session':
      return {
        title: t('item.session', { title: item.title }),
        note: t('item.sessionAt', { when: clock.due(item.startsAt), place: item.place || '_none' }),
        action: t('item.openSession'),
        href: paths.activity(item.course, item.key),
      };
    case 'attendance':
      return {
        title: t('item.attendance', { title: item.title }),
        note: t('item.attendanceAt', { when: clock.due(item.at) }),
        action: t('item.noteAttendance'),
        href: paths.attendance(item.liveSessionId),
      };
    case 'cohort':
      return {
        title: t('item.cohort', { cohort: item.cohort, count: item.unfinished }),
        note: t('item.cohortNote'),
        action: t('item.review'),
        href: paths.cohort(item.cohortId),
      };
  }
}
