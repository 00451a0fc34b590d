import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { createMarking } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { createQuizCourse } from '../../testing/courses.ts';
import { day, type ExerciseScene, exerciseScene, roleFields } from '../../testing/exercises.ts';

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
});
afterAll(() => scene.test.close());

it('who lacks a course is sent it from the nomination, once, by who speaks for them', async () => {
  const { api, people, parties, exerciseId, test, roleId } = scene;
  const course = await createQuizCourse(test, { party: parties.nordmark });
  const { id: markingId } = await createMarking(test, { releasableTo: [parties.nordmark, parties.calder] });
  await test.worker.db.update(courses).set({ markingId }).where(eq(courses.id, course.courseId));
  await api.manager.exercises.saveRole(
    roleFields(exerciseId, [{ partyId: parties.nordmark.id, seats: 2 }], {
      ...{ roleId, courseIds: [course.courseId] },
    }),
  );
  const [lacking] = people.players;
  expect(
    await failure(
      api.coordinator.nominations.nominate({
        commandId: newId(),
        roleId,
        personIds: [lacking.id],
        reason: '',
      }),
    ),
  ).toMatchObject({
    fields: [{ path: 'personIds.0', key: 'exercises.lacks.credential' }],
  });
  const input = { commandId: newId(), roleId, personIds: [lacking.id], dueAt: day(30) };
  expect(await failure(api.other.nominations.sendLacking(input))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failure(api.outsider.nominations.sendLacking(input))).toMatchObject({ code: 'NOT_FOUND' });
  const past = { ...input, commandId: newId(), dueAt: day(-1) };
  expect(await failure(api.coordinator.nominations.sendLacking(past))).toMatchObject({
    fields: [{ path: 'dueAt' }],
  });
  const both = [input, { ...input, commandId: newId() }].map((one) =>
    api.coordinator.nominations.sendLacking(one),
  );
  const outcomes = (await Promise.all(both)).flatMap(({ lines }) => lines.map(({ outcome }) => outcome));
  expect(outcomes.sort()).toEqual(['enrolled', 'reminded']);
  const [path, ...more] = await test.worker.sql`select 1 from enrolment where person_id = ${lacking.id}`;
  expect([path !== undefined, more.length]).toEqual([true, 0]);
});
