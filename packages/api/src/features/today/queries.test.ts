import { newId } from '@concord/db/ids';
import { contributionMentions, contributions, threadReadings } from '@concord/db/schema/consultation';
import { activities, courses, courseTexts, courseVersions, units } from '@concord/db/schema/courses';
import { activityProgress, attempts, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import {
  createBody,
  createMarking,
  createParty,
  createPerson,
  createThread,
} from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';

const DAY_MS = 86_400_000;

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

/** A course of a page and a quiz, in English and French. */
async function createCourse(markingId: string) {
  const db = test.worker.db;
  const [course, version, unit, page, quiz] = [newId(), newId(), newId(), newId(), newId()];
  await db.insert(courses).values({
    id: course,
    slug: course,
    markingId,
    sourceLanguage: 'en',
    languages: ['en', 'fr'],
    category: 'awareness',
  });
  await db
    .insert(courseVersions)
    .values({ id: version, courseId: course, number: 1, digest: 'd', publishedAt: new Date() });
  await db.insert(courseTexts).values([
    { versionId: version, language: 'en', title: 'Reporting an incident' },
    { versionId: version, language: 'fr', title: 'Signaler un incident' },
  ]);
  await db
    .insert(units)
    .values({ id: unit, versionId: version, key: 'u', position: 0, titles: { en: 'Unit' } });
  const settings = { passMark: 80, maxAttempts: null, minutes: null, shuffle: false };
  await db.insert(activities).values([
    {
      id: page,
      versionId: version,
      unitId: unit,
      key: 'p',
      kind: 'page',
      position: 0,
      titles: { en: 'The first hour' },
    },
    {
      id: quiz,
      versionId: version,
      unitId: unit,
      key: 'q',
      kind: 'quiz',
      position: 1,
      titles: { en: 'Check' },
      quiz: settings,
    },
  ]);
  return { course, version, page, quiz };
}

it('shows an enrolment with its deadline, how far it is and what is next; a quiz begun takes its place', async () => {
  const party = await createParty(test);
  const person = await createPerson(test, { party, level: 0 });
  const { course, version, page, quiz } = await createCourse(
    (await createMarking(test, { releasableTo: [party] })).id,
  );
  const enrolment = newId();
  const db = test.worker.db;
  const dueAt = new Date(Date.now() + 3 * DAY_MS);
  await db
    .insert(enrolments)
    .values({ id: enrolment, personId: person.id, courseId: course, versionId: version, dueAt });
  await db
    .insert(activityProgress)
    .values({ enrolmentId: enrolment, activityId: page, completedAt: new Date() });
  const caller = await callerAs(test, person);
  const before = await caller.today.get();
  expect(before.waiting).toMatchObject([
    {
      kind: 'enrolment',
      course: 'Reporting an incident',
      done: 1,
      total: 2,
      place: { key: 'q', anchor: null },
    },
  ]);
  expect(before.learning).toMatchObject([
    { title: 'Reporting an incident', next: 'Check', completed: false },
  ]);
  expect(before.upcoming).toMatchObject([{ kind: 'enrolment', at: dueAt.toISOString() }]);
  await db.insert(attempts).values({
    id: newId(),
    enrolmentId: enrolment,
    activityId: quiz,
    personId: person.id,
    number: 1,
    seed: 1,
    startedAt: new Date(),
  });
  expect((await caller.today.get()).waiting).toMatchObject([
    { kind: 'attempt', activity: 'Check', answered: 0, due: dueAt.toISOString() },
  ]);
});

it('shows an unread mention to who may read it, and no trace of it to others', async () => {
  const [ours, theirs] = [await createParty(test), await createParty(test)];
  const body = await createBody(test);
  const delegate = { role: 'delegate', scope: 'body', scopeId: body.id } as const;
  const author = await createPerson(test, {
    party: ours,
    level: 0,
    appointments: [delegate],
    givenName: 'Åsa',
    familyName: 'Berg',
  });
  const reader = await createPerson(test, { party: ours, level: 0, appointments: [delegate] });
  const outsider = await createPerson(test, { party: theirs, level: 0, appointments: [delegate] });
  const marking = await createMarking(test, { releasableTo: [ours] });
  const thread = await createThread(test, { body, marking, by: author });
  const contribution = newId();
  const db = test.worker.db;
  await db.insert(contributions).values({
    id: contribution,
    threadId: thread.id,
    place: 1,
    authorId: author.id,
    partyId: ours.id,
    markingId: marking.id,
    sealed: Buffer.from('x'),
  });
  await db.insert(contributionMentions).values([
    { contributionId: contribution, personId: reader.id },
    { contributionId: contribution, personId: outsider.id },
  ]);
  await db.insert(threadReadings).values({ personId: outsider.id, threadId: thread.id, lastPlace: 0 });
  const seen = await (await callerAs(test, reader)).today.get();
  expect(seen.waiting).toMatchObject([
    { kind: 'mention', person: 'Åsa Berg', threadId: thread.id, markingId: marking.id },
  ]);
  expect(seen.markings).toMatchObject({ [marking.id]: { level: 0, releasableTo: [ours.id] } });
  const outside = await (await callerAs(test, outsider)).today.get();
  expect(outside).toMatchObject({ waiting: [], markings: {} });
  expect((await (await callerAs(test, outsider)).shell.get()).sections).not.toContainEqual({
    key: 'consult',
    count: 1,
  });
});
