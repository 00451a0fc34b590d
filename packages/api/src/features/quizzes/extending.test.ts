import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { ageAttempt, quizTaker } from '../../testing/quiz-taker.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const RIGHT = { choices: ['right'] };
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const learner = (quiz: Parameters<typeof quizTaker>[2] = {}) => quizTaker(test, party, quiz);

async function staffOf(course: { courseId: string }) {
  const person = await createPerson(test, { party });
  await createAppointment(test, person, { role: 'instructor', scope: 'course', scopeId: course.courseId });
  return callerAs(test, person);
}

describe('more time for one person', () => {
  const reason = 'Reads by screen reader';
  const more = <Given extends object>(given: Given) => ({ commandId: newId(), reason, ...given });

  it('counts for a quiz that has closed, at once and for nobody else', async () => {
    const { start, course, at, api } = await learner({ closesAt: later(-5), maxAttempts: 1 });
    const staff = await staffOf(course);
    await staff.quizzes.extend(more({ ...at, closesAt: later(30), extraAttempts: 1 }));
    expect((await api.quizzes.state(at)).start).toEqual({ may: true, left: 2 });
    await start();
    const { people } = await staff.quizzes.people({ activityId: course.quizId });
    expect(people[0]).toMatchObject({ running: true, extension: { extraAttempts: 1, reason } });
  });

  it('moves the end of the attempt under way, and reopens one just over', async () => {
    const { start, save, course, at, api } = await learner({ minutes: 10 });
    const attemptId = await start();
    const before = (await api.quizzes.state(at)).open?.endsAt ?? '';
    await ageAttempt(test, attemptId, 1_200);
    await expect(save(attemptId, 'one', RIGHT, 9_000)).rejects.toMatchObject({ messageKey: 'quiz.timeOver' });
    await (await staffOf(course)).quizzes.extend(more({ ...at, extraMinutes: 15 }));
    const after = (await api.quizzes.state(at)).open;
    expect(after?.state).toBe('open');
    expect(Date.parse(after?.endsAt ?? '') - Date.parse(before)).toBe((15 - 20) * 60_000);
    await save(attemptId, 'one', RIGHT, 9_000);
  });

  it('is over when it is over, and is taken back by giving nothing', async () => {
    const { start, course, at, api } = await learner({ closesAt: later(-5) });
    const staff = await staffOf(course);
    await expect(staff.quizzes.extend(more({ ...at, closesAt: later(-1) }))).rejects.toMatchObject({
      fields: [{ path: 'closesAt', key: 'quiz.extensionPast' }],
    });
    await staff.quizzes.extend(more({ ...at, closesAt: later(30) }));
    await test.worker.sql`update activity_extension set closes_at = now() - interval '1 second'
      where enrolment_id = ${at.enrolmentId}`;
    await expect(start()).rejects.toMatchObject({ messageKey: 'quiz.closed' });
    await staff.quizzes.extend(more({ ...at }));
    expect((await api.quizzes.state(at)).extension).toBeNull();
  });

  it('is given by the course’s staff and nobody else, once for one command', async () => {
    const { course, at, api } = await learner();
    const other = await learner();
    for (const caller of [api, other.api, await staffOf(other.course)]) {
      await expect(caller.quizzes.extend(more({ ...at, extraMinutes: 5 }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(caller.quizzes.people({ activityId: course.quizId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const staff = await staffOf(course);
    const command = more({ ...at, extraMinutes: 5 });
    await Promise.all([staff.quizzes.extend(command), staff.quizzes.extend(command)]);
    const written = await test.worker.sql`
      select count(*)::int as n from record_entry where action = 'quiz.extend' and subject_id = ${at.enrolmentId}`;
    expect(written[0]?.n).toBe(1);
    await expect(
      staff.quizzes.extend(more({ enrolmentId: other.at.enrolmentId, activityId: course.quizId })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
