import { newId } from '@concord/db/ids';
import { activities } from '@concord/db/schema/courses';
import type { TestDatabase } from '@concord/db/testing/database';
import { createAppointment, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { assignment, assignmentSettings } from '../features/authoring/kinds/assignment.ts';
import { callerAs } from './caller.ts';
import { createEnrolment, createQuizCourse } from './courses.ts';

const rubric = [
  { key: 'clear', titles: { en: 'Clear' }, points: 4, levels: [] },
  { key: 'right', titles: { en: 'Right' }, points: 6, levels: [] },
];

/** A course with an assignment, somebody who takes it, and its staff. */
export async function assignmentScene(test: TestDatabase, party: { id: string }, settings: object = {}) {
  const course = await createQuizCourse(test, { party });
  await test.worker.db
    .update(activities)
    .set({
      kind: 'assignment',
      quiz: null,
      settings: assignmentSettings.parse({
        ...assignment.initial.settings,
        files: true,
        rubric,
        ...settings,
      }),
    })
    .where(eq(activities.id, course.quizId));
  const staff = async (givenName: string, role: 'instructor' | 'courseDirector' = 'instructor') => {
    const person = await createPerson(test, { party, givenName });
    await createAppointment(test, person, { role, scope: 'course', scopeId: course.courseId });
    return { person, api: await callerAs(test, person) };
  };
  const person = await createPerson(test, { party, givenName: 'Lina' });
  const enrolment = await createEnrolment(test, { person, course });
  const at = { enrolmentId: enrolment.id, activityId: course.quizId };
  const api = await callerAs(test, person);
  const handIn = async (text = 'One two three.', sequence = 5) =>
    (await api.assignments.handIn({ ...at, text, fileIds: [], sequence, commandId: newId() })).submissionId;
  return { course, person, api, at, handIn, staff };
}

/** A judgement that passes, unless said otherwise. */
export const judgement = (submissionId: string, more: object = {}) => ({
  commandId: newId(),
  submissionId,
  revision: 0,
  scores: { clear: 3, right: 5 },
  comments: { clear: 'Well put.' },
  comment: 'Good.',
  remarks: [{ starts: 0, ends: 3, text: 'Which one?' }],
  outcome: 'pass' as 'pass' | 'fail' | 'return' | null,
  ...more,
});
