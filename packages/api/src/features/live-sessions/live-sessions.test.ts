import { newId } from '@concord/db/ids';
import { attendances, liveSessions } from '@concord/db/schema/assignments';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { fieldOf, note, sessionScene } from '../../testing/live-sessions.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const told = async (person: { id: string }) =>
  (await test.worker.db.select().from(notifications).where(eq(notifications.personId, person.id))).map(
    ({ kind }) => kind,
  );
it('is planned, changed and cancelled by who runs it, and those it is for are told', async () => {
  const { staff, learner, plan, cohortId, courseId, activityId } = await sessionScene(test, party);
  const [manager, teacher] = [await staff('cohortManager'), await staff('instructor')];
  const [inside, outside] = [await learner(), await learner(false)];
  const { liveSessionId } = await manager.api.liveSessions.plan(plan({ hostId: teacher.person.id }));
  expect(await told(inside.person)).toEqual(['sessionPlanned']);
  expect(await told(teacher.person)).toEqual(['sessionPlanned']);
  expect(await told(outside.person)).toEqual([]);

  const own = await inside.api.liveSessions.own({ enrolmentId: inside.enrolmentId, activityId });
  expect(own).toMatchObject({ next: liveSessionId, attended: null, missed: null });
  expect(own.dates[0]).toMatchObject({
    ...{ startsAt: '2031-05-06T08:00:00.000Z', endsAt: '2031-05-06T09:30:00.000Z', phase: 'ahead' },
    ...{ host: expect.stringContaining('instructor'), link: 'https://meet.example/secret-link' },
  });
  const nothing = await outside.api.liveSessions.own({ enrolmentId: outside.enrolmentId, activityId });
  expect(nothing.dates).toEqual([]);

  const {
    courseId: _,
    sessionKey: __,
    cohortId: ___,
    ...dates
  } = plan({ begins: '14:00', finishes: '15:00' });
  const change = { ...dates, liveSessionId, revision: 0, reason: 'The room is taken.' };
  expect(await teacher.api.liveSessions.change(change)).toMatchObject({ revision: 1 });
  expect(await teacher.api.liveSessions.change(change)).toMatchObject({ revision: 1 });
  expect(await failure(manager.api.liveSessions.change({ ...change, commandId: newId() }))).toMatchObject({
    ...{ code: 'CONFLICT', messageKey: 'liveSessions.changed' },
  });
  const cancel = { liveSessionId, revision: 1, reason: 'The host is ill.' };
  await manager.api.liveSessions.cancel({ ...cancel, commandId: newId() });
  expect(await told(inside.person)).toEqual(['sessionPlanned', 'sessionMoved', 'sessionCancelled']);
  const after = await inside.api.liveSessions.own({ enrolmentId: inside.enrolmentId, activityId });
  expect(after).toMatchObject({ next: null, dates: [{ phase: 'cancelled', reason: 'The host is ill.' }] });
  const [date] = (await manager.api.liveSessions.planned({ course: courseId, cohortId })).dates;
  expect(date).toMatchObject({ phase: 'cancelled', expected: 1, revision: 2 });
});

it('refuses what cannot be, by field', async () => {
  const { staff, plan, courseId } = await sessionScene(test, party);
  const { api, person } = await staff('courseDirector');
  const refused = async (more: object) => fieldOf(api.liveSessions.plan(plan(more)));
  expect(await refused({ day: '2020-01-02' })).toMatchObject({ path: 'day', key: 'liveSessions.past' });
  expect(await refused({ day: '2031-03-30', begins: '01:30', finishes: '03:00' })).toMatchObject({
    path: 'begins',
  });
  expect(await refused({ begins: '12:00', finishes: '11:00' })).toMatchObject({ path: 'finishes' });
  expect(await refused({ hostId: (await createPerson(test, { party })).id })).toMatchObject({
    ...{ path: 'hostId', key: 'liveSessions.notStaff' },
  });
  const both = { hostId: person.id, cohortId: null };
  const at = (begins: string, finishes: string) => plan({ ...both, begins, finishes });
  const [one, other] = await Promise.allSettled([
    api.liveSessions.plan(at('09:00', '10:00')),
    api.liveSessions.plan(at('09:30', '11:00')),
  ]);
  expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
  await api.liveSessions.plan(at('11:00', '12:00'));
  expect((await api.liveSessions.planned({ course: courseId })).dates).toHaveLength(2);
});

it('does not exist for anybody else', async () => {
  const { staff, learner, plan, date, cohortId, courseId } = await sessionScene(test, party);
  const other = await sessionScene(test, party);
  const liveSessionId = await date(-1);
  const [{ enrolmentId, api }, director] = [await learner(), await staff('courseDirector')];
  const elsewhere = await other.staff('cohortManager');
  const ended = await createPerson(test, {
    party,
    appointments: [
      {
        ...{ role: 'instructor', scope: 'course', scopeId: courseId },
        ...{ from: new Date('2020-01-01'), until: new Date('2021-01-01') },
      },
    ],
  });
  const stranger = await createPerson(test, { party });
  const callers = [api, elsewhere.api, await callerAs(test, ended), await callerAs(test, stranger)];
  for (const caller of callers) {
    for (const attempt of [
      () => caller.liveSessions.planned({ course: courseId, cohortId }),
      () => caller.liveSessions.plan(plan()),
      () => caller.liveSessions.attendees({ liveSessionId }),
      () => caller.liveSessions.note(note(liveSessionId, [[enrolmentId, 'present']])),
      () =>
        caller.liveSessions.cancel({ commandId: newId(), liveSessionId, revision: 0, reason: 'Because.' }),
    ])
      expect(await failure(attempt())).toMatchObject({ code: 'NOT_FOUND' });
  }
  const nobody = await callerAs(test, null);
  expect(await failure(nobody.liveSessions.attendees({ liveSessionId }))).toMatchObject({
    code: 'UNAUTHORIZED',
  });
  // Of another course, of another cohort, and one's own.
  const foreign = await other.learner();
  const outside = await learner(false);
  for (const id of [foreign.enrolmentId, outside.enrolmentId])
    expect(
      await failure(director.api.liveSessions.note(note(liveSessionId, [[id, 'present']]))),
    ).toMatchObject({ code: 'NOT_FOUND' });
  expect(
    await test.worker.db.select().from(attendances).where(eq(attendances.liveSessionId, liveSessionId)),
  ).toEqual([]);
});

it('stands on Today and in My learning, and asks its host for attendance', async () => {
  const { staff, learner, date } = await sessionScene(test, party);
  const host = await staff('instructor');
  const { api } = await learner();
  await date(-40, { hostId: host.person.id });
  const soon = await date(5, { hostId: host.person.id });
  await date(60);
  const today = await api.today.get();
  expect(today.waiting).toContainEqual(expect.objectContaining({ kind: 'session', liveSessionId: soon }));
  expect(today.upcoming.filter(({ kind }) => kind === 'session')).toHaveLength(1);
  const [item] = (await api.learning.mine()).items;
  expect(item).toMatchObject({ why: [{ reason: 'sessionAgain' }] });
  const hosts = await host.api.today.get();
  expect(hosts.waiting.map(({ kind }) => kind)).toEqual(['session', 'attendance']);
  expect(hosts.upcoming.map(({ kind }) => kind)).toEqual(['hosting']);
});

it('shows a link to no one in the tables whom READ does not allow', async () => {
  const { learner, date } = await sessionScene(test, party);
  await date(5);
  const { db } = test.worker;
  expect(await db.select().from(liveSessions)).not.toEqual([]);
  const outside = await learner(false);
  const today = await outside.api.today.get();
  expect(JSON.stringify(today)).not.toContain('secret-link');
  expect(today.upcoming).toEqual([]);
});
