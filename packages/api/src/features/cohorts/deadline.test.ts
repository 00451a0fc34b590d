import { newId } from '@concord/db/ids';
import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const id = () => ({ commandId: newId() });

async function publishedCourse(party: { id: string }): Promise<string> {
  const db = test.worker.db;
  const [courseId, versionId] = [newId(), newId()];
  const marking = await createMarking(test, { releasableTo: [party] });
  const course = { slug: 'spotting', sourceLanguage: 'en', languages: ['en'], category: 'basics' };
  await db.insert(courses).values({ id: courseId, markingId: marking.id, ...course });
  const version = { courseId, number: 1, digest: 'd', publishedAt: new Date() };
  await db.insert(courseVersions).values({ id: versionId, ...version });
  await db.insert(courseTexts).values({ versionId, language: 'en', title: 'Spotting phishing' });
  return courseId;
}

it('moved, is told to those it is moved for, and to nobody who has finished or is elsewhere', async () => {
  const party = await createParty(test);
  const courseId = await publishedCourse(party);
  const [learner, finished, elsewhere] = [
    await createPerson(test, { party }),
    await createPerson(test, { party }),
    await createPerson(test, { party }),
  ];
  const administrator = await createPerson(test, {
    party,
    appointments: [{ role: 'administrator', scope: 'alliance' }],
  });
  const api = await callerAs(test, administrator);
  const dates = { startsAt: inDays(-1), dueAt: inDays(20), seats: [{ partyId: party.id, seats: 9 }] };
  const words = { nameEn: 'Autumn', nameFr: 'Automne' };
  const { cohortId } = await api.cohorts.create({ ...id(), courseId, ...words, ...dates });
  await api.cohorts.addMembers({ ...id(), cohortId, personIds: [learner.id, finished.id] });
  await api.cohorts.enrol({ ...id(), cohortId });
  await test.worker.db
    .update(enrolments)
    .set({ completedAt: new Date() })
    .where(eq(enrolments.personId, finished.id));
  const told = async (person: { id: string }) =>
    (await (await callerAs(test, person)).notifications.list({})).items.filter(
      (item) => item.kind === 'deadlineMoved',
    );
  expect(await told(learner)).toEqual([]);

  const { revision } = await api.cohorts.byId({ cohortId });
  await api.cohorts.extend({ ...id(), cohortId, revision, dueAt: inDays(40) });
  expect(await told(learner)).toMatchObject([{ params: { course: 'Spotting phishing' }, read: false }]);
  const news = await test.worker.sql`select data::text as data from pgboss.job
    where name = 'news' and data->>'kind' = 'deadlineMoved'`;
  expect(news).toHaveLength(1);
  expect(String(news[0]?.data)).not.toContain('Spotting');

  const edited = { ...words, ...dates, cohortId, revision: revision + 1 };
  await api.cohorts.edit({ ...id(), ...edited, dueAt: inDays(50) });
  expect(await told(learner)).toHaveLength(2);
  await api.cohorts.edit({
    ...id(),
    ...edited,
    revision: revision + 2,
    dueAt: (await api.cohorts.byId({ cohortId })).dueAt,
  });
  await api.cohorts.enrol({ ...id(), cohortId });
  expect(await told(learner)).toHaveLength(2);
  for (const person of [finished, elsewhere]) expect(await told(person)).toEqual([]);
});
