import { newId } from '@concord/db/ids';
import { liveSessions } from '@concord/db/schema/assignments';
import { activities } from '@concord/db/schema/courses';
import { cohortMembers, cohorts, enrolments } from '@concord/db/schema/learning';
import type { TestDatabase } from '@concord/db/testing/database';
import { createAppointment, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { callerAs } from './caller.ts';
import { failure } from './consultation.ts';
import { createEnrolment, createQuizCourse } from './courses.ts';

const HOUR_MS = 3_600_000;

/** A course whose one required activity is a session, a cohort that takes it, and its staff. */
export async function sessionScene(
  test: TestDatabase,
  party: { id: string },
  settings: Record<string, unknown> = {},
) {
  const { db } = test.worker;
  const course = await createQuizCourse(test, { party });
  const { courseId } = course;
  await db
    .update(activities)
    .set({ kind: 'session', quiz: null, required: true, settings })
    .where(eq(activities.id, course.quizId));
  const cohortId = newId();
  await db.insert(cohorts).values({
    ...{ id: cohortId, courseId, nameEn: 'Spring', nameFr: 'Printemps', reofferDays: null },
    startsAt: new Date(),
  });
  const learner = async (inCohort = true, givenName = 'Lina') => {
    const person = await createPerson(test, { party, givenName });
    const enrolment = await createEnrolment(test, { person, course });
    if (inCohort) {
      await db.insert(cohortMembers).values({ cohortId, personId: person.id });
      await db.update(enrolments).set({ cohortId }).where(eq(enrolments.id, enrolment.id));
    }
    return { person, enrolmentId: enrolment.id, api: await callerAs(test, person) };
  };
  const staff = async (role: 'instructor' | 'courseDirector' | 'cohortManager') => {
    const person = await createPerson(test, { party, givenName: role });
    const scope = role === 'cohortManager' ? ('cohort' as const) : ('course' as const);
    await createAppointment(test, person, {
      ...{ role, scope, scopeId: scope === 'cohort' ? cohortId : courseId },
    });
    return { person, api: await callerAs(test, person) };
  };
  /** Puts a date straight into the table; `inHours` from now, which may be past. */
  const date = async (inHours: number, values: Partial<typeof liveSessions.$inferInsert> = {}) => {
    const id = newId();
    const startsAt = new Date(Date.now() + inHours * HOUR_MS);
    await db.insert(liveSessions).values({
      ...{ id, courseId, activityKey: 'check', cohortId, startsAt, timeZone: 'Europe/Lisbon' },
      ...{ endsAt: new Date(+startsAt + HOUR_MS), place: 'Room 4', link: 'https://meet.example/secret-link' },
      ...values,
    });
    return id;
  };
  const plan = (more: object = {}) => ({
    ...{ commandId: newId(), courseId, sessionKey: 'check', cohortId, zone: 'Europe/Lisbon' },
    ...{ day: '2031-05-06', begins: '09:00', finishes: '10:30', fold: 'first' as const },
    ...{ place: 'Room 4', link: 'https://meet.example/secret-link', hostId: null, capacity: null, note: '' },
    ...more,
  });
  return { course, courseId, cohortId, activityId: course.quizId, learner, staff, date, plan };
}

type State = 'present' | 'absent' | 'excused';

/** Input that notes people by their paths: the state now, and what the list showed before. */
export const note = (liveSessionId: string, lines: [string, State, (State | null)?][], reason = '') => ({
  ...{ commandId: newId(), liveSessionId, reason },
  entries: lines.map(([enrolmentId, state, before = null]) => ({ enrolmentId, state, before })),
});

/** The first field that an attempt is refused for. */
export async function fieldOf(attempt: Promise<unknown>) {
  const { fields } = await failure(attempt);
  return (fields as { path: string; key: string }[])[0];
}
