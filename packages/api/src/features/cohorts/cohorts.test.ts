import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { activities, courses, courseTexts, courseVersions, units } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import {
  type AppointmentFixture,
  createMarking,
  createParty,
  createPerson,
} from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type SignedIn } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { progressCsv } from './progress-csv.ts';

let test: TestDatabase;
let nation: Awaited<ReturnType<typeof createParty>>;
let other: Awaited<ReturnType<typeof createParty>>;
let administrator: { id: string };
let coordinator: { id: string };
let courseId: string;
let activityId: string;

const id = () => ({ commandId: randomUUID() });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const as = (person: { id: string } | null) => callerAs(test, person);
const fails = (code: string) => expect.objectContaining({ code });

async function createCourse(): Promise<void> {
  const db = test.worker.db;
  const marking = await createMarking(test, { releasableTo: [nation, other] });
  courseId = newId();
  await db.insert(courses).values({
    id: courseId,
    slug: 'spotting',
    markingId: marking.id,
    sourceLanguage: 'en',
    languages: ['en'],
    category: 'basics',
  });
  const versionId = newId();
  await db
    .insert(courseVersions)
    .values({ id: versionId, courseId, number: 1, digest: 'd', publishedAt: new Date() });
  await db.insert(courseTexts).values({ versionId, language: 'en', title: 'Spotting phishing' });
  const unitId = newId();
  await db.insert(units).values({ id: unitId, versionId, key: 'one', position: 0, titles: { en: 'One' } });
  activityId = newId();
  const page = { versionId, unitId, kind: 'page' as const, titles: { en: 'Page' } };
  await db.insert(activities).values([
    { id: activityId, key: 'a', position: 0, ...page },
    { id: newId(), key: 'b', position: 1, ...page },
  ]);
}

beforeAll(async () => {
  test = await testDatabase();
  nation = await createParty(test);
  other = await createParty(test);
  administrator = await createPerson(test, {
    party: other,
    appointments: [{ role: 'administrator', scope: 'alliance' }],
  });
  coordinator = await createPerson(test, {
    party: nation,
    appointments: [{ role: 'trainingCoordinator', scope: 'party', scopeId: nation.id }],
  });
  await createCourse();
});
afterAll(() => test.close());

async function makeCohort(seats = 2) {
  const { cohortId } = await (await as(administrator)).cohorts.create({
    ...id(),
    courseId,
    nameEn: 'Autumn',
    nameFr: 'Automne',
    startsAt: inDays(-1),
    dueAt: inDays(20),
    seats: [{ partyId: nation.id, seats }],
  });
  return cohortId;
}

const someone = (party = nation) => createPerson(test, { party, givenName: 'Ilka' });

describe('a cohort', () => {
  it('is an administrator’s to make; a coordinator sees it, others do not', async () => {
    const cohortId = await makeCohort();
    const person = await someone();
    expect((await (await as(coordinator)).cohorts.byId({ cohortId })).can.manage).toBe(false);
    await expect((await as(person)).cohorts.byId({ cohortId })).rejects.toEqual(fails('NOT_FOUND'));
    const frame = { level: { rank: 0, name: 'ALLIANCE UNCLASSIFIED' } };
    expect(await (await as(coordinator)).cohorts.frame({ cohortId })).toEqual(frame);
    await expect((await as(person)).cohorts.frame({ cohortId })).rejects.toEqual(fails('NOT_FOUND'));
    await expect((await as(null)).cohorts.list()).rejects.toEqual(fails('UNAUTHORIZED'));
    for (const reader of [person, coordinator])
      await expect((await as(reader)).cohorts.enrol({ ...id(), cohortId })).rejects.toEqual(
        fails('NOT_FOUND'),
      );
  });

  it('is as much a training manager’s, its course director’s and its own manager’s', async () => {
    const held = (...appointments: AppointmentFixture[]) =>
      createPerson(test, { party: other, appointments });
    const cohortId = await makeCohort(9);
    const foreign = await makeCohort();
    const manager = await held({ role: 'trainingManager', scope: 'alliance' });
    const director = await held({ role: 'courseDirector', scope: 'course', scopeId: courseId });
    const leader = await held({ role: 'cohortManager', scope: 'cohort', scopeId: cohortId });
    for (const actor of [manager, director, leader]) {
      const api = await as(actor);
      const learner = await someone();
      await api.cohorts.addMembers({ ...id(), cohortId, personIds: [learner.id] });
      await api.cohorts.enrol({ ...id(), cohortId });
      const seen = await api.cohorts.byId({ cohortId });
      expect(seen.can.manage).toBe(true);
      expect(seen.members.find(({ personId }) => personId === learner.id)?.enrolled).toBe(true);
      expect((await api.cohorts.candidates({ cohortId, query: 'ilka' })).length).toBeGreaterThan(0);
    }
    const listed = (await (await as(leader)).cohorts.list()).cohorts.map((row) => row.id);
    expect(listed).toEqual([cohortId]);
    const add = { ...id(), cohortId: foreign, personIds: [(await someone()).id] };
    await expect((await as(leader)).cohorts.addMembers(add)).rejects.toEqual(fails('NOT_FOUND'));
    await expect((await as(leader)).cohorts.byId({ cohortId: foreign })).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('is seen by who teaches its course, not by who teaches another or did so before', async () => {
    const cohortId = await makeCohort();
    const teacher = (scopeId: string, until: Date | null = null) =>
      createPerson(test, {
        party: other,
        appointments: [{ role: 'instructor', scope: 'course', scopeId, from: new Date(0), until }],
      });
    const api = await as(await teacher(courseId));
    expect((await api.cohorts.byId({ cohortId })).can.manage).toBe(false);
    await expect(api.cohorts.enrol({ ...id(), cohortId })).rejects.toEqual(fails('NOT_FOUND'));
    for (const one of [await teacher(newId()), await teacher(courseId, new Date(Date.now() - 1000))])
      await expect((await as(one)).cohorts.byId({ cohortId })).rejects.toEqual(fails('NOT_FOUND'));
    const made = { courseId, nameEn: 'A', nameFr: 'B', startsAt: inDays(1), dueAt: null, seats: [] };
    await expect(api.cohorts.create({ ...id(), ...made })).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('edited by two keeps the first; an end before the start is named', async () => {
    const cohortId = await makeCohort();
    const api = await as(administrator);
    const edit = { cohortId, revision: 1, nameEn: 'A', nameFr: 'B', startsAt: inDays(0), seats: [] };
    await api.cohorts.edit({ ...id(), ...edit, dueAt: inDays(3) });
    await expect(api.cohorts.edit({ ...id(), ...edit, dueAt: inDays(3) })).rejects.toMatchObject({
      messageKey: 'cohorts.changed',
    });
    await expect(
      api.cohorts.edit({ ...id(), ...edit, revision: 2, dueAt: inDays(-3) }),
    ).rejects.toMatchObject({ fields: [{ path: 'dueAt' }] });
  });
});

it('offers courses by their titles', async () => {
  const { courses: offered } = await (await as(administrator)).cohorts.choices();
  expect(offered).toContainEqual({ id: courseId, title: 'Spotting phishing' });
});

describe('members', () => {
  it('never outnumber the seats, two administrators at once included', async () => {
    const cohortId = await makeCohort(2);
    const wanted = [await someone(), await someone(), await someone(), await someone()];
    const add = async (ids: string[]) =>
      (await as(administrator)).cohorts.addMembers({ ...id(), cohortId, personIds: ids });
    const ids = wanted.map((person) => person.id);
    const answers = await Promise.all([add(ids.slice(0, 2)), add(ids.slice(2))]);
    expect(answers.map(({ added }) => added).sort()).toEqual([0, 2]);
    const reasons = answers.flatMap(({ lines }) => lines.map(({ reason }) => reason));
    expect(reasons.sort()).toEqual(['given', 'given', 'seatsTaken', 'seatsTaken']);
    const foreign = await add([(await someone(other)).id]);
    expect(foreign.lines[0]?.reason).toBe('partyWithoutSeats');
    const api = await as(administrator);
    await expect(
      api.cohorts.edit({
        ...id(),
        cohortId,
        revision: 1,
        nameEn: 'A',
        nameFr: 'B',
        startsAt: inDays(0),
        dueAt: null,
        seats: [{ partyId: nation.id, seats: 1 }],
      }),
    ).rejects.toMatchObject({ messageKey: 'cohorts.seatsBelowHolders', params: { holders: 2 } });
    expect((await api.cohorts.candidates({ cohortId, query: 'ilka' })).map((row) => row.id)).not.toContain(
      foreign.lines[0]?.personId,
    );
  });

  it('are enrolled with the deadline, once however often, and more time reaches them', async () => {
    const cohortId = await makeCohort(5);
    const first = await someone();
    const second = await createPerson(test, { party: nation, givenName: '=1+1' });
    const api = await as(administrator);
    await api.cohorts.addMembers({ ...id(), cohortId, personIds: [first.id, second.id] });
    expect((await api.cohorts.enrol({ ...id(), cohortId })).enrolled).toBe(2);
    expect((await api.cohorts.enrol({ ...id(), cohortId })).enrolled).toBe(0);
    const [path] = await test.worker.db
      .select()
      .from(enrolments)
      .where(and(eq(enrolments.personId, first.id), eq(enrolments.courseId, courseId)));
    await test.worker.db.insert(activityProgress).values({
      enrolmentId: path?.id ?? '',
      activityId,
      completedAt: new Date(),
    });
    const seen = await api.cohorts.byId({ cohortId });
    const member = seen.members.find(({ personId }) => personId === first.id);
    expect(member).toMatchObject({ state: 'underWay', done: 1, total: 2 });
    expect(seen.totals).toMatchObject({ underWay: 1, notStarted: 1 });
    const dueAt = inDays(40);
    await api.cohorts.extend({ ...id(), cohortId, revision: seen.revision, dueAt });
    const later = await (await as(coordinator)).cohorts.byId({ cohortId });
    expect(later.members.map((line) => line.dueAt)).toEqual([dueAt, dueAt]);
    await expect(
      api.cohorts.extend({ ...id(), cohortId, revision: seen.revision, dueAt: inDays(50) }),
    ).rejects.toEqual(fails('CONFLICT'));
    const csv = await inTransaction(servicesOf(test), await requestAs(test, administrator), (ctx) =>
      progressCsv(ctx as SignedIn, cohortId),
    );
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain("'=1+1");
    await api.cohorts.removeMember({ ...id(), cohortId, personId: second.id });
    expect((await api.cohorts.byId({ cohortId })).members).toHaveLength(1);
  });
});
