import { newId } from '@concord/db/ids';
import { activities, questions } from '@concord/db/schema/courses';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Context, inTransaction } from '../../context.ts';
import { createDraftQuiz, singleBody } from '../../testing/bank.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { fixPools } from './pools.ts';

type Caller = Awaited<ReturnType<typeof callerAs>>;
let test: TestDatabase;
let staff: { id: string };
let author: Caller;
let elsewhere: Caller;
let quiz: Awaited<ReturnType<typeof createDraftQuiz>>;
let shelf: string;
let asked: string[];

const id = () => newId();
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'OK',
    (error: { code: string; messageKey: string }) => `${error.code} ${error.messageKey}`,
  );

beforeAll(async () => {
  test = await testDatabase();
  const party = await createParty(test);
  quiz = await createDraftQuiz(test, party);
  const other = await createDraftQuiz(test, party);
  const person = (scopeId: string) =>
    createPerson(test, { party, appointments: [{ role: 'courseDirector', scope: 'course', scopeId }] });
  staff = await person(quiz.courseId);
  author = await callerAs(test, staff);
  elsewhere = await callerAs(test, await person(other.courseId));
  const category = { commandId: id(), parentId: null, name: 'Incident handling' };
  shelf = (await author.bank.makeCategory(category)).categoryId;
  asked = [];
  for (const difficulty of ['easy', 'medium', 'medium', 'medium'] as const) {
    const name = `Question ${asked.length + 1}`;
    const body = singleBody(`${name}?`);
    const made = {
      commandId: id(),
      categoryId: shelf,
      name,
      difficulty,
      tags: [],
      sourceLanguage: 'en',
      body,
    };
    asked.push((await author.bank.create(made)).questionId);
  }
});
afterAll(() => test.close());

const slots = async () => (await author.bank.slots({ activityId: quiz.quizId })).slots;
const pin = (questionIds: string[], activityId = quiz.quizId, as = author) =>
  as.bank.pin({ commandId: id(), activityId, questionIds });
const draw = (count: number) =>
  author.bank.draw({
    commandId: id(),
    activityId: quiz.quizId,
    points: 2,
    blueprint: { categoryId: shelf, difficulty: 'medium', count },
  });

it('pins questions at their newest version, in order, and counts them', async () => {
  await pin(asked.slice(0, 3));
  const there = await slots();
  expect(there.map(({ questionId, number, points }) => [questionId, number, points])).toEqual(
    asked.slice(0, 3).map((one) => [one, 1, 1]),
  );
  const [activity] = await test.worker.db.select().from(activities).where(eq(activities.id, quiz.quizId));
  expect(activity?.questionCount).toBe(3);
});

it('is not there for staff of another course, and shut once published', async () => {
  expect(await code(pin([asked[0] ?? ''], quiz.quizId, elsewhere))).toBe('NOT_FOUND notFound');
  expect(await code(elsewhere.bank.slots({ activityId: quiz.quizId }))).toBe('NOT_FOUND notFound');
  expect(await code(pin([asked[0] ?? ''], quiz.publishedQuizId))).toBe('PRECONDITION_FAILED bank.published');
  const [slot] = await slots();
  const drop = { commandId: id(), slotId: slot?.id ?? '' };
  expect(await code(elsewhere.bank.removeSlot(drop))).toBe('NOT_FOUND notFound');
  expect(await code(elsewhere.bank.slotChanges({ slotId: slot?.id ?? '' }))).toBe('NOT_FOUND notFound');
});

it('moves slots to any place, weighs them and takes them out', async () => {
  const [first, second, third] = await slots();
  const move = async (slotId = '', to = 0) => {
    await author.bank.moveSlot({ commandId: id(), slotId, to });
    return (await slots()).map(({ name }) => name?.slice(-1)).join('');
  };
  expect(await move(third?.id, 0)).toBe('312');
  expect(await move(third?.id, 1)).toBe('132');
  expect(await move(first?.id, 99)).toBe('321');
  await author.bank.setPoints({ commandId: id(), slotId: second?.id ?? '', points: 5 });
  await author.bank.removeSlot({ commandId: id(), slotId: third?.id ?? '' });
  expect((await slots()).map(({ name, points }) => [name, points])).toEqual([
    ['Question 2', 5],
    ['Question 1', 1],
  ]);
});

it('stays on its version until updated, and says what that changes', async () => {
  const [slot] = await slots();
  const [, questionId = ''] = asked;
  const body = singleBody('Question 2?', 'Call the duty officer');
  await author.bank.save({ commandId: id(), questionId, basedOn: 1, body });
  expect((await slots())[0]).toMatchObject({ number: 1, latest: 2 });
  const told = await author.bank.slotChanges({ slotId: slot?.id ?? '' });
  expect(told.changes).toEqual([
    { what: 'part', language: 'en', part: 'a', before: 'Report it', after: 'Call the duty officer' },
  ]);
  await author.bank.updateSlot({ commandId: id(), slotId: slot?.id ?? '' });
  expect((await slots())[0]).toMatchObject({ number: 2, latest: 2 });
  const { usage } = await author.bank.byId({ questionId });
  expect(usage).toMatchObject({
    elsewhere: 0,
    places: [{ activityKey: 'check', number: 2, published: false }],
  });
  const seen = await elsewhere.bank.byId({ questionId });
  expect(seen.usage).toEqual({ places: [], elsewhere: 1 });
  const unused = await elsewhere.bank.list({ show: 'unused' });
  expect(unused.questions.map((one) => one.id)).not.toContain(questionId);
});

it('counts what a blueprint could draw, and fixes the pool when it is published', async () => {
  const blueprint = { categoryId: shelf, difficulty: 'medium', count: 2 } as const;
  expect(await author.bank.countMatching({ blueprint })).toEqual({ count: 3 });
  const { slotIds } = await draw(2);
  expect((await slots()).at(-1)).toMatchObject({ blueprint: { count: 2 }, matching: 3 });
  await publish();
  const [row] = await test.worker.db
    .select()
    .from(questions)
    .where(eq(questions.id, slotIds[0] ?? ''));
  expect(row?.pool).toHaveLength(3);
  await author.bank.archive({ commandId: id(), questionId: asked[3] ?? '', archived: true });
  expect((await slots()).at(-1)?.matching).toBe(2);
});

it('refuses to publish a quiz that asks for more than there is', async () => {
  await draw(9);
  expect(await code(publish())).toBe('PRECONDITION_FAILED bank.poolTooSmall');
});

async function publish(): Promise<void> {
  const request = await requestAs(test, staff);
  await inTransaction(servicesOf(test), request, (ctx: Context) => fixPools(ctx, quiz.versionId));
}
