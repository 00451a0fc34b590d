import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';
import { myLearning } from './queries.ts';

const DAY = 86_400_000;
let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const person = () => createPerson(test, { party });
const mine = async (who: { id: string }) => (await callerAs(test, who)).learning.mine();

async function require(courseId: string, values: Partial<typeof requirements.$inferInsert> = {}) {
  const requirementId = newId();
  await test.worker.db.insert(requirements).values({
    ...{ id: requirementId, titles: { en: 'Everybody here' }, subject: 'everyone', partyIds: [party.id] },
    ...values,
  });
  await test.worker.db
    .insert(requirementNeeds)
    .values({ id: newId(), requirementId, position: 0, kind: 'credential', courseId });
  return async () => {
    await test.worker.db.delete(requirements).where(eq(requirements.id, requirementId));
  };
}

it('says nothing to who learns nothing', async () => {
  expect(await mine(await person())).toEqual({ items: [], done: [], partsAsked: false });
});

it('names what is not done, why, by when, and leads to the exact place', async () => {
  const who = await person();
  const course = await createQuizCourse(test, { party });
  const enrolment = await createEnrolment(test, { person: who, course });
  const dueAt = new Date(Date.now() + 3 * DAY);
  await test.worker.db.update(enrolments).set({ dueAt }).where(eq(enrolments.id, enrolment.id));
  const caller = await callerAs(test, who);
  const see = {
    commandId: newId(),
    enrolmentId: enrolment.id,
    activityId: course.pageId,
    anchor: 'md-gate~3',
  };
  await caller.enrolments.see(see);

  const [item] = (await mine(who)).items;
  expect(item).toMatchObject({
    kind: 'path',
    group: 'soon',
    course: { slug: course.slug, title: 'Spotting a gate' },
    due: { at: dueAt.toISOString(), of: null },
    step: { key: 'page', anchor: 'md-gate~3' },
    why: [{ key: 'check', title: 'Check', reason: 'toAnswer' }],
    more: 0,
  });

  await test.worker.db
    .update(activityProgress)
    .set({ completedAt: new Date() })
    .where(eq(activityProgress.enrolmentId, enrolment.id));
  expect((await mine(who)).items[0]).toMatchObject({ step: { key: 'check', title: 'Check' } });
  const start = { commandId: newId(), enrolmentId: enrolment.id, activityId: course.quizId };
  await caller.quizzes.start(start);
  await test.worker.db
    .update(enrolments)
    .set({ dueAt: new Date(Date.now() - DAY) })
    .where(eq(enrolments.id, enrolment.id));
  expect((await mine(who)).items[0]).toMatchObject({ group: 'overdue', why: [{ reason: 'answering' }] });
});

it('tells a course that is asked for and not begun, until it is begun', async () => {
  const who = await person();
  const course = await createQuizCourse(test, { party });
  const lift = await require(course.courseId, { graceDays: 30 });
  const [item] = (await mine(who)).items;
  expect(item).toMatchObject({
    kind: 'required',
    requirement: 'Everybody here',
    state: 'notStarted',
    course: { slug: course.slug, title: 'Spotting a gate' },
  });
  await createEnrolment(test, { person: who, course });
  expect((await mine(who)).items).toMatchObject([{ kind: 'path' }]);
  await lift();
});

it('says the level of each course that it names, which the page is marked with', async () => {
  const [who, below] = [await createPerson(test, { party, level: 1 }), await person()];
  const marked = await createMarking(test, { level: 1, releasableTo: [party] });
  const raised = { markingId: marked.id };
  const course = await createQuizCourse(test, { party });
  const asked = await createQuizCourse(test, { party });
  const finished = await createQuizCourse(test, { party });
  for (const { courseId } of [course, asked, finished])
    await test.worker.db.update(courses).set(raised).where(eq(courses.id, courseId));
  for (const one of [who, below]) await createEnrolment(test, { person: one, course });
  const { id } = await createEnrolment(test, { person: who, course: finished });
  await test.worker.db.update(enrolments).set({ completedAt: new Date() }).where(eq(enrolments.id, id));
  const lift = await require(asked.courseId);
  expect(await mine(below)).toMatchObject({ items: [], done: [] });
  const { items, done } = await mine(who);
  const level = { rank: 1, name: 'ALLIANCE RESTRICTED' };
  expect(items.map(({ kind, course: one }) => [kind, one.level])).toEqual([
    ['required', level],
    ['path', level],
  ]);
  expect(done.map((one) => one.level)).toEqual([level]);
  await lift();
});

it('shows nothing of a course that another party may read, and nothing of anybody else’s', async () => {
  const theirs = await createParty(test);
  const hidden = await createQuizCourse(test, { party: theirs });
  const lift = await require(hidden.courseId);
  const who = await person();
  await createEnrolment(test, { person: who, course: hidden });
  expect((await mine(who)).items).toEqual([]);
  await lift();
});

it('is for who is signed in', async () => {
  const caller = await callerAs(test, null);
  await expect(caller.learning.mine()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

it('takes two statements beyond sign-in’s and the frame’s, however many courses there are', async () => {
  const who = await person();
  for (let n = 0; n < 3; n += 1)
    await createEnrolment(test, { person: who, course: await createQuizCourse(test, { party }) });
  const services = servicesOf(test);
  const asked: string[] = [];
  const { options } = services.app.sql;
  Object.assign(options, { debug: (_connection: number, text: string) => asked.push(text) });
  const request = await requestAs(test, who);
  const answer = await inTransaction(services, request, ({ actor, ...ctx }) => {
    if (!actor) throw new Error('nobody came in');
    return myLearning({ ...ctx, actor });
  });
  Object.assign(options, { debug: false });
  expect(answer.items).toHaveLength(3);
  const own = asked.filter((text) => !/^(begin|commit)|concord\.enter/.test(text));
  expect(asked.length).toBeGreaterThan(own.length);
  expect(own).toHaveLength(2);
});
