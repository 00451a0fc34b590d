import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '@concord/db/ids';
import { liveSessions } from '@concord/db/schema/assignments';
import { activities, courses } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { calendarFeeds } from '@concord/db/schema/study';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarEndpoint } from '../../http/calendar.ts';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

async function fetchFeed(secret: string, method = 'GET') {
  const answer = { status: 0, type: '', body: '' };
  const res = {
    setHeader: () => undefined,
    writeHead: (status: number, headers: Record<string, string>) => {
      answer.status = status;
      answer.type = headers['content-type'] ?? '';
    },
    end: (body?: string) => {
      answer.body = body ?? '';
    },
  };
  const req = { method, url: `/api/calendar/${secret}.ics`, headers: {}, socket: {} };
  await calendarEndpoint(servicesOf(test), req as IncomingMessage, res as unknown as ServerResponse);
  return { ...answer, body: answer.body.replace(/\r\n /g, '') };
}

const makeSecret = () => randomBytes(32).toString('base64url');
const DUE = new Date('2027-03-30T15:00:00Z');

async function scene() {
  const person = await createPerson(test, { party });
  const course = await createQuizCourse(test, { party });
  const enrolment = await createEnrolment(test, { person, course });
  await test.worker.db.update(enrolments).set({ dueAt: DUE }).where(eq(enrolments.id, enrolment.id));
  const api = await callerAs(test, person);
  const secret = makeSecret();
  await api.calendar.open({ commandId: newId(), secret });
  return { person, course, enrolment, api, secret };
}
const gone = { status: 404, body: '{"messageKey":"notFound"}' };

it('tells deadlines and sessions with their zones, and is read without a sign-in', async () => {
  const { course, secret, api, enrolment } = await scene();
  await test.worker.db
    .update(activities)
    .set({ kind: 'session', settings: {} })
    .where(eq(activities.id, course.pageId));
  await test.worker.db.update(activities).set({ required: true }).where(eq(activities.id, course.pageId));
  await test.worker.db.insert(liveSessions).values({
    ...{ id: newId(), courseId: course.courseId, activityKey: 'page', timeZone: 'America/Halifax' },
    startsAt: new Date('2027-03-20T14:00:00Z'),
    endsAt: new Date('2027-03-20T15:30:00Z'),
    place: 'Room B; second floor',
  });
  const { status, type, body } = await fetchFeed(secret);
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(body).toContain('SUMMARY:Due: Spotting a gate');
  expect(body).toContain(`UID:${enrolment.id}-deadline@`);
  expect(body).toContain('DTSTART;TZID=America/Halifax:20270320T110000');
  expect(body).toContain('DTEND;TZID=America/Halifax:20270320T123000');
  expect(body).toContain('LOCATION:Room B\\; second floor');
  const zones = [...body.matchAll(/^TZID:(.+)$/gm)].map(([, zone]) => zone?.trim());
  const used = new Set([...body.matchAll(/;TZID=([^:]+):/g)].map(([, zone]) => zone));
  for (const zone of used) expect(zones).toContain(zone);
  expect((await api.calendar.feed()).feed?.usedAt).not.toBeNull();
  expect((await fetchFeed(secret, 'HEAD')).body).toBe('');
  expect((await fetchFeed(secret, 'POST')).status).toBe(405);
});

it('keeps no secret, in the table or in an answer', async () => {
  const { person, secret, api } = await scene();
  const [row] = await test.worker.db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, person.id));
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(JSON.stringify(await api.calendar.feed())).not.toContain(secret);
});

it('is not there once replaced, revoked, or its person is gone', async () => {
  const { api, secret, person } = await scene();
  expect((await fetchFeed(secret)).status).toBe(200);
  const second = makeSecret();
  await api.calendar.open({ commandId: newId(), secret: second });
  expect(await fetchFeed(secret)).toMatchObject(gone);
  await test.worker.db
    .update(people)
    .set({ endedAt: new Date(Date.now() - 1000) })
    .where(eq(people.id, person.id));
  expect(await fetchFeed(second)).toMatchObject(gone);
  await test.worker.db.update(people).set({ endedAt: null }).where(eq(people.id, person.id));
  await api.calendar.close({ commandId: newId() });
  expect(await fetchFeed(second)).toMatchObject(gone);
  expect((await api.calendar.feed()).feed).toBeNull();
  expect(await failure(api.calendar.close({ commandId: newId() }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await fetchFeed(makeSecret())).toMatchObject(gone);
  expect(await fetchFeed('no-secret')).toMatchObject(gone);
});

it('names nothing that is marked above the lowest level, nor what appointments alone open', async () => {
  const { course, secret } = await scene();
  const marking = await createMarking(test, { level: 1, releasableTo: [party] });
  await test.worker.db.update(courses).set({ markingId: marking.id }).where(eq(courses.id, course.courseId));
  const { body } = await fetchFeed(secret);
  expect(body).toContain('SUMMARY:Something is due in Concord');
  expect(body).not.toContain('Spotting');
  expect(body).not.toContain(course.slug);

  const scope = { scope: 'course' as const, scopeId: course.courseId };
  const staff = await createPerson(test, { party, appointments: [{ role: 'instructor', ...scope }] });
  const own = makeSecret();
  await (await callerAs(test, staff)).calendar.open({ commandId: newId(), secret: own });
  expect((await fetchFeed(own)).body).not.toContain('BEGIN:VEVENT');
});
