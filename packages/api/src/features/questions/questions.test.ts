import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createBody, createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, failure, say } from '../../testing/consultation.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';

const gone = { code: 'NOT_FOUND', messageKey: 'notFound' };
const HOUR = 3_600_000;

async function scene(test: TestDatabase) {
  const party = await createParty(test);
  const course = await createQuizCourse(test, { party });
  const body = await createBody(test);
  type Of = { role: 'instructor' | 'trainingManager' | 'administrator' | 'delegate'; until?: Date };
  const scopes = {
    instructor: { scope: 'course', scopeId: course.courseId },
    delegate: { scope: 'body', scopeId: body.id },
    trainingManager: { scope: 'alliance' },
    administrator: { scope: 'alliance' },
  } as const;
  const person = (of?: Of) =>
    createPerson(test, { party, appointments: of ? [{ ...of, ...scopes[of.role] }] : [] });
  const [asker, other, stranger] = [await person(), await person(), await person()];
  const enrolment = await createEnrolment(test, { person: asker, course });
  await createEnrolment(test, { person: other, course });
  const foreign = await createPerson(test, { party: await createParty(test) });
  await createEnrolment(test, { person: foreign, course });
  const as = (one: { id: string }) => callerAs(test, one);
  return {
    ...{ test, party, course, body, asker, other, enrolment },
    api: {
      asker: await as(asker),
      other: await as(other),
      stranger: await as(stranger),
      foreign: await as(foreign),
      teacher: await as(await person({ role: 'instructor' })),
      former: await as(await person({ role: 'instructor', until: new Date(Date.now() - HOUR) })),
      manager: await as(await person({ role: 'trainingManager' })),
      administrator: await as(await person({ role: 'administrator' })),
      delegate: await as(await person({ role: 'delegate' })),
    },
  };
}

let all: Awaited<ReturnType<typeof scene>>;
let threadId: string;
beforeAll(async () => {
  all = await scene(await testDatabase());
  threadId = await ask(all.api.asker, 'Which gate is meant?');
});
afterAll(() => all.test.close());

const ask = async (api: Api, title: string, commandId = newId()) =>
  (
    await api.questions.ask({
      commandId,
      course: all.course.slug,
      activity: 'page',
      title,
      text: 'The second picture shows two.',
    })
  ).threadId;
const list = (api: Api, more: object = {}) => api.questions.list({ course: all.course.slug, ...more });
const answered = (api: Api, value = true, id = threadId) =>
  api.questions.setAnswered({ commandId: newId(), threadId: id, answered: value });
const news = async (api: Api) => (await api.notifications.list({})).items.map(({ kind }) => kind);

it('is read by the people of the course, under its marking, and says about what it was asked', async () => {
  for (const who of ['asker', 'other', 'teacher', 'manager'] as const) {
    const { questions, waiting, mayAnswer } = await list(all.api[who], { activity: 'page' });
    expect(questions).toMatchObject([{ id: threadId, title: 'Which gate is meant?', answered: false }]);
    expect([waiting, mayAnswer]).toEqual([1, who === 'teacher' || who === 'manager']);
    expect(await all.api[who].threads.page({ threadId })).toMatchObject({
      asked: { course: all.course.slug, activity: { key: 'page', title: 'Check' }, answeredAt: null },
      mayWrite: true,
    });
  }
  expect((await list(all.api.other, { activity: 'check' })).questions).toEqual([]);
  expect(await news(all.api.teacher)).toContain('questionAsked');
});

it('is not there for anybody else: not in the list, the thread, the search, nor by any act', async () => {
  for (const who of ['stranger', 'foreign', 'former', 'administrator', 'delegate'] as const) {
    const api = all.api[who];
    expect(await failure(list(api)), who).toMatchObject(gone);
    expect(await failure(ask(api, 'May I?')), who).toMatchObject(gone);
    expect(await failure(api.threads.page({ threadId })), who).toMatchObject(gone);
    expect(await failure(api.threads.about({ threadId })), who).toMatchObject(gone);
    expect(await failure(say(api, threadId, 'x')), who).toMatchObject(gone);
    expect(await failure(answered(api)), who).toMatchObject(gone);
    expect((await api.search.contributions({ query: 'picture' })).results, who).toEqual([]);
  }
  expect((await all.api.other.search.contributions({ query: 'picture' })).results).toHaveLength(1);
  const nobody = await callerAs(all.test, null);
  expect(await failure(list(nobody))).toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await failure(ask(nobody, 'May I?'))).toMatchObject({ code: 'UNAUTHORIZED' });
});

it('stands in no list of committees and counts in none of their counts', async () => {
  for (const who of ['other', 'teacher', 'manager'] as const) {
    expect(await all.api[who].bodies.mine()).toEqual([]);
    const { sections } = await all.api[who].shell.get();
    expect(sections.map(({ key }) => key)).not.toContain('consult');
  }
  const code = 'ASKED';
  await all.test.owner.sql`update body set code = ${code} where course_id = ${all.course.courseId}`;
  expect(await failure(all.api.teacher.threads.ofBody({ bodyCode: code }))).toMatchObject(gone);
  expect(await failure(all.api.teacher.bodies.byCode({ bodyCode: code }))).toMatchObject(gone);
  const start = all.api.teacher.threads.start({
    ...{ commandId: newId(), bodyCode: code, title: 'Aside', needToKnow: { kind: 'body' } },
    marking: { level: 0, releasableTo: [all.party.id] },
  });
  expect(await failure(start)).toMatchObject(gone);
});

it('is answered by who teaches, which the asker is told, and waits again when the learner asks on', async () => {
  const { api } = all;
  await say(api.teacher, threadId, 'The left one.');
  expect((await list(api.asker)).questions).toMatchObject([{ unread: 1, contributions: 2 }]);
  expect(await news(api.asker)).toContain('contribution');
  expect(await failure(answered(api.other))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await failure(answered(api.asker))).toMatchObject({ code: 'FORBIDDEN' });
  await answered(api.teacher);
  await answered(api.manager);
  expect(await news(api.asker)).toEqual(['questionAnswered', 'contribution']);
  expect((await list(api.asker, { answered: true })).questions).toHaveLength(1);
  expect((await list(api.asker, { answered: false })).questions).toEqual([]);
  await say(api.teacher, threadId, 'And see page two.');
  expect((await list(api.teacher)).waiting).toBe(0);
  await say(api.asker, threadId, 'And at night?');
  expect((await list(api.teacher)).waiting).toBe(1);
  expect(await news(api.teacher)).toContain('contribution');
});

it('names to a learner nobody but those who teach or wrote', async () => {
  const found = async (api: Api, query: string) =>
    (await api.threads.mentionable({ threadId, query })).people.map(({ id }) => id);
  const name = async (id: string) => {
    const [row] = await all.test.owner.sql`select family_name from person where id = ${id}`;
    return String(row?.family_name);
  };
  expect(await found(all.api.other, await name(all.asker.id))).toContain(all.asker.id);
  expect(await found(all.api.asker, await name(all.other.id))).not.toContain(all.other.id);
});

it('never leaves the marking of its course', async () => {
  const { about, narrow, askWider } = all.api.teacher.threads;
  expect((await about({ threadId })).may).toMatchObject({ narrow: false, name: false, lead: true });
  const marking = { level: 0, releasableTo: [all.party.id] };
  expect(await failure(narrow({ commandId: newId(), threadId, marking }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  const wider = askWider({ commandId: newId(), threadId, marking, reason: 'Everybody asks this.' });
  expect(await failure(wider)).toMatchObject({ code: 'FORBIDDEN' });
  const above = say(all.api.asker, threadId, 'x', {
    marking: { level: 0, releasableTo: [all.party.id, (await createParty(all.test)).id] },
  });
  expect(await failure(above)).toMatchObject({ code: 'BAD_REQUEST' });
});

it('asked twice is one, and asked by two at once is two in one body', async () => {
  const once = newId();
  expect(await ask(all.api.asker, 'Once only?', once)).toBe(await ask(all.api.asker, 'Once only?', once));
  const fresh = await createQuizCourse(all.test, { party: all.party });
  const people = [
    await createPerson(all.test, { party: all.party }),
    await createPerson(all.test, { party: all.party }),
  ];
  for (const person of people) await createEnrolment(all.test, { person, course: fresh });
  const callers = await Promise.all(people.map((person) => callerAs(all.test, person)));
  const input = { course: fresh.slug, activity: 'page', title: 'At once', text: 'Both of us.' };
  await Promise.all(callers.map((api) => api.questions.ask({ ...input, commandId: newId() })));
  const [api] = callers;
  expect((await api?.questions.list({ course: fresh.slug }))?.questions).toHaveLength(2);
  const [row] = await all.test.owner
    .sql`select count(*)::int as n from body where course_id = ${fresh.courseId}`;
  expect(row?.n).toBe(1);
  const unknown = api?.questions.ask({ ...input, commandId: newId(), activity: 'no-such' });
  expect(await failure(Promise.resolve(unknown))).toMatchObject(gone);
});

it('is gone for who has left the course, who hears no more of it', async () => {
  const { api, test, enrolment } = all;
  await test.owner.sql`update enrolment set withdrawn_at = now() where id = ${enrolment.id}`;
  expect(await failure(list(api.asker))).toMatchObject(gone);
  expect(await failure(api.asker.threads.page({ threadId }))).toMatchObject(gone);
  expect(await failure(say(api.asker, threadId, 'x'))).toMatchObject(gone);
  await say(api.teacher, threadId, 'At night the right one.');
  await answered(api.teacher);
  expect(await news(api.asker)).toEqual(['questionAnswered']);
  const told = await test.owner.sql`select e.id from live_event e where e.topic = ${`thread:${threadId}`}
    and e.person_id = ${all.asker.id} and e.id = (select max(id) from live_event where topic = e.topic)`;
  expect(told).toEqual([]);
});
