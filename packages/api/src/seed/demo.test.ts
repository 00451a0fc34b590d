import { people as peopleSeeds } from '@concord/db/seed/data/people';
import { personas, smallGroupThreads } from '@concord/db/seed/data/personas';
import { threads as threadSeeds } from '@concord/db/seed/data/threads';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashToken } from '../context.ts';
import { callerAs, requestAs, servicesOf } from '../testing/caller.ts';
import { seedDemo } from './demo.ts';

let test: TestDatabase;
let outcome: string;
beforeAll(async () => {
  test = await testDatabase();
  outcome = await seedDemo(servicesOf(test));
}, 120_000);
afterAll(() => test.close());

async function personOf(persona: keyof typeof personas) {
  const seed = peopleSeeds.find((person) => person.key === personas[persona]);
  const [row] = await test.worker.sql`select person_id as id from account where email = ${seed?.email ?? ''}`;
  return { id: String(row?.id) };
}

it('is made once', async () => {
  expect(outcome).toBe('made');
  expect(await seedDemo(servicesOf(test))).toBe('there');
  const [row] = await test.worker.sql`select (select count(*) from person)::int as people,
    (select count(*) from party where kind = 'nation')::int as nations, (select count(*) from body where exercise_id is null)::int as bodies,
    (select count(*) from course)::int as courses, (select count(*) from thread)::int as threads`;
  expect(row).toMatchObject({
    people: peopleSeeds.length,
    nations: 32,
    bodies: 6,
    courses: 4,
    threads: threadSeeds.length,
  });
});

it('shows the threads of few nations to those nations only', async () => {
  const few = threadSeeds
    .filter((thread) => smallGroupThreads.some((key) => key === thread.key))
    .map((one) => one.title);
  const titles = async (persona: keyof typeof personas) => {
    const { sessionToken } = await requestAs(test, await personOf(persona));
    return test.app.sql.begin(async (sql) => {
      await sql`select concord.enter(${hashToken(sessionToken ?? '')})`;
      return (await sql`select title from thread`).map((row) => String(row.title));
    });
  };
  expect(await titles('delegate')).toEqual(expect.arrayContaining(few));
  expect(few.filter((title) => title)).toHaveLength(2);
  const outside = await titles('outsideDelegate');
  expect(outside.length).toBeGreaterThan(3);
  expect(outside.filter((title) => few.includes(title))).toEqual([]);
  expect(await titles('administrator')).toEqual([]);
});

it('gives each persona a day worth opening', async () => {
  const today = await (await callerAs(test, await personOf('learner'))).today.get();
  expect(today.waiting.length).toBeGreaterThan(0);
});

it('has work to mark, and gives the learner back hers with remarks', async () => {
  const [task] = await test.worker.sql`select id from activity where key = 'the-handover'`;
  const director = await callerAs(test, await personOf('courseDirector'));
  const { work } = await director.assignments.queue({ activityId: String(task?.id) });
  expect(work.map(({ outcome }) => outcome)).toEqual([null, null, 'pass', 'return']);
  const learner = await personOf('learner');
  const [path] = await test.worker
    .sql`select e.id from enrolment e join course c on c.id = e.course_id where c.slug = 'night-watch' and e.person_id = ${learner.id}`;
  const own = await (await callerAs(test, learner)).assignments.own({
    enrolmentId: String(path?.id),
    activityId: String(task?.id),
  });
  expect(own.open).toBe(true);
  const [first] = own.submissions;
  const remarked = first?.judgements[0]?.remarks.map(({ starts, ends }) => first.text.slice(starts, ends));
  expect(remarked?.[0]).toBe('about one');
});
