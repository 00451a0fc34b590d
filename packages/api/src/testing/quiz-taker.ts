import { newId } from '@concord/db/ids';
import { attempts } from '@concord/db/schema/learning';
import type { TestDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq, sql } from 'drizzle-orm';
import type { Answer } from '../features/quizzes/schemas.ts';
import { callerAs } from './caller.ts';
import { type AskedFixture, createEnrolment, createQuizCourse } from './courses.ts';

/** The right answer to each question of `createQuizCourse`. */
export const RIGHT: Record<string, Answer> = {
  one: { choices: ['right'] },
  two: { choices: ['a', 'b'] },
  three: { choices: ['true'] },
  four: { text: ' secret GATE ' },
};

/** Somebody enrolled in a course with a quiz, and what they do there. */
export async function quizTaker(
  test: TestDatabase,
  party: { id: string },
  quiz: Parameters<typeof createQuizCourse>[1]['quiz'] = {},
  bank: readonly AskedFixture[] = [],
) {
  const person = await createPerson(test, { party });
  const course = await createQuizCourse(test, { party, quiz, bank });
  const enrolment = await createEnrolment(test, { person, course });
  const api = await callerAs(test, person);
  const at = { enrolmentId: enrolment.id, activityId: course.quizId };
  const start = async () => (await api.quizzes.start({ ...at, commandId: newId() })).attemptId;
  const save = (
    attemptId: string,
    questionKey: string,
    answer: Answer,
    sequence = 1,
    certainty?: 1 | 2 | 3,
  ) => api.quizzes.save({ attemptId, questionKey, sequence, answer, certainty });
  const answerAll = async (attemptId: string, answers = RIGHT) => {
    for (const [key, answer] of Object.entries(answers)) await save(attemptId, key, answer);
  };
  const submit = (attemptId: string, commandId = newId()) => api.quizzes.submit({ attemptId, commandId });
  return { person, course, enrolment, api, at, start, save, answerAll, submit };
}

/** Moves the start and the end of an attempt, as if time had passed. */
export async function ageAttempt(test: TestDatabase, attemptId: string, seconds: number) {
  const by = sql`make_interval(secs => ${seconds})`;
  await test.worker.db
    .update(attempts)
    .set({ startedAt: sql`${attempts.startedAt} - ${by}`, endsAt: sql`${attempts.endsAt} - ${by}` })
    .where(eq(attempts.id, attemptId));
}

/** The attempts of an enrolment, as they lie in the database. */
export const attemptsIn = (test: TestDatabase, enrolmentId: string) =>
  test.worker.db.select().from(attempts).where(eq(attempts.enrolmentId, enrolmentId));
