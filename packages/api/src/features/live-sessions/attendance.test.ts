import { newId } from '@concord/db/ids';
import { attendanceEntries, attendances } from '@concord/db/schema/assignments';
import { activityProgress, credentials, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty } from '@concord/db/testing/fixtures';
import { parse } from 'csv-parse/sync';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, type SignedIn } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { fieldOf, note, sessionScene } from '../../testing/live-sessions.ts';
import { attendanceCsv } from './csv.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const progress = async (enrolmentId: string) => {
  const db = test.worker.db;
  const [path] = await db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
  const [part] = await db
    .select()
    .from(activityProgress)
    .where(eq(activityProgress.enrolmentId, enrolmentId));
  const earned = await db.select().from(credentials).where(eq(credentials.enrolmentId, enrolmentId));
  return [part?.completedAt != null, path?.completedAt != null, earned.length];
};

it('completes the course of who was there, in the same transaction, once and at any one date', async () => {
  const { staff, learner, date } = await sessionScene(test, party);
  const { api } = await staff('cohortManager');
  const [first, second] = [await date(-30), await date(-2)];
  const [here, away, ill] = [await learner(), await learner(), await learner()];
  const input = note(first, [
    [here.enrolmentId, 'present'],
    [away.enrolmentId, 'absent'],
    [ill.enrolmentId, 'excused'],
  ]);
  expect(await api.liveSessions.note(input)).toMatchObject({ changed: 3 });
  expect(await api.liveSessions.note(input)).toMatchObject({ changed: 3 });
  expect(await progress(here.enrolmentId)).toEqual([true, true, 1]);
  expect(await progress(away.enrolmentId)).toEqual([false, false, 0]);
  await api.liveSessions.note(
    note(second, [
      [away.enrolmentId, 'present'],
      [here.enrolmentId, 'absent'],
    ]),
  );
  expect(await progress(away.enrolmentId)).toEqual([true, true, 1]);
  expect(await progress(here.enrolmentId)).toEqual([true, true, 1]);
  const list = await api.liveSessions.attendees({ liveSessionId: second });
  expect(list.people.find(({ enrolmentId }) => enrolmentId === here.enrolmentId)).toMatchObject({
    ...{ state: 'absent', elsewhere: true, done: true },
  });
});

it('keeps the history of corrections, asks why late, and takes back what attendance completed', async () => {
  const { staff, learner, date } = await sessionScene(test, party);
  const { api } = await staff('instructor');
  const liveSessionId = await date(-50);
  const { enrolmentId } = await learner();
  await api.liveSessions.note(note(liveSessionId, [[enrolmentId, 'present']]));
  const stale = note(liveSessionId, [[enrolmentId, 'absent', null]]);
  expect(await failure(api.liveSessions.note(stale))).toMatchObject({
    ...{ code: 'CONFLICT', messageKey: 'liveSessions.notedMeanwhile' },
  });
  await test.worker.db
    .update(attendances)
    .set({ notedAt: new Date(Date.now() - 26 * 3_600_000) })
    .where(eq(attendances.liveSessionId, liveSessionId));
  const late = note(liveSessionId, [[enrolmentId, 'absent', 'present']]);
  expect(await fieldOf(api.liveSessions.note(late))).toMatchObject({ path: 'reason' });
  const corrected = { ...late, commandId: newId(), reason: 'Confused with a namesake.' };
  await api.liveSessions.note(corrected);
  expect(await progress(enrolmentId)).toEqual([false, false, 1]);
  const [person] = (await api.liveSessions.attendees({ liveSessionId })).people;
  expect(person?.history.map(({ state, reason }) => [state, reason])).toEqual([
    ['present', ''],
    ['absent', 'Confused with a namesake.'],
  ]);
  const entries = await test.worker.db
    .select()
    .from(attendanceEntries)
    .where(eq(attendanceEntries.liveSessionId, liveSessionId));
  expect(entries).toHaveLength(2);
  const cancel = { commandId: newId(), liveSessionId, revision: 0, reason: 'Because.' };
  expect(await failure(api.liveSessions.cancel(cancel))).toMatchObject({ messageKey: 'liveSessions.noted' });
});

it('leaves as a table for who runs it: what stands now of everybody, and nothing a spreadsheet would run', async () => {
  const { staff, learner, date } = await sessionScene(test, party);
  const { api, person } = await staff('instructor');
  const liveSessionId = await date(-2);
  const [here, open] = [await learner(true, '=Éva'), await learner()];
  await api.liveSessions.note(note(liveSessionId, [[here.enrolmentId, 'excused']], ''));
  await api.liveSessions.note(note(liveSessionId, [[here.enrolmentId, 'present', 'excused']], 'Came late.'));
  const table = async (by: { id: string }): Promise<Record<string, string>[]> =>
    parse(
      await inTransaction(servicesOf(test), await requestAs(test, by), (ctx) =>
        attendanceCsv(ctx as SignedIn, liveSessionId),
      ),
      { bom: true, columns: true },
    );
  const lines = await table(person);
  expect(lines).toHaveLength(2);
  expect(lines.find((line) => line.Name?.includes('Éva'))).toMatchObject({
    ...{
      Name: expect.stringMatching(/^'=/),
      Attendance: 'present',
      Reason: 'Came late.',
      'Activity done': 'yes',
    },
    ...{ Noted: expect.stringMatching(/^\d{4}-.*Z$/), 'Noted by': expect.stringContaining('instructor') },
  });
  expect(lines.find((line) => !line.Name?.includes('Éva'))).toMatchObject({
    Attendance: '',
    Noted: '',
    'Noted by': '',
  });
  const elsewhere = await sessionScene(test, party);
  for (const nobody of [here.person, open.person, (await elsewhere.staff('courseDirector')).person])
    await expect(table(nobody)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('cannot be noted before people come, nor of what was cancelled, nor by oneself', async () => {
  const { staff, learner, date, courseId } = await sessionScene(test, party);
  const { api, person } = await staff('instructor');
  const { enrolmentId } = await learner();
  const early = note(await date(2), [[enrolmentId, 'present']]);
  expect(await failure(api.liveSessions.note(early))).toMatchObject({ messageKey: 'liveSessions.tooEarly' });
  const cancelled = note(await date(-2, { cancelledAt: new Date() }), [[enrolmentId, 'present']]);
  expect(await failure(api.liveSessions.note(cancelled))).toMatchObject({
    messageKey: 'liveSessions.cancelled',
  });
  await test.worker.db
    .update(enrolments)
    .set({ personId: person.id })
    .where(and(eq(enrolments.id, enrolmentId), eq(enrolments.courseId, courseId)));
  const own = note(await date(-3), [[enrolmentId, 'present']]);
  expect(await failure(api.liveSessions.note(own))).toMatchObject({ code: 'FORBIDDEN' });
});

it('lets two lists at once lose nothing', async () => {
  const { staff, learner, date } = await sessionScene(test, party);
  const [one, other] = [await staff('instructor'), await staff('courseDirector')];
  const liveSessionId = await date(-1);
  const [a, b] = [await learner(), await learner()];
  const results = await Promise.allSettled([
    one.api.liveSessions.note(
      note(liveSessionId, [
        [a.enrolmentId, 'present'],
        [b.enrolmentId, 'absent'],
      ]),
    ),
    other.api.liveSessions.note(
      note(liveSessionId, [
        [b.enrolmentId, 'present'],
        [a.enrolmentId, 'absent'],
      ]),
    ),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const rows = await test.worker.db
    .select()
    .from(attendances)
    .where(eq(attendances.liveSessionId, liveSessionId));
  expect(rows.map(({ state }) => state).sort()).toEqual(['absent', 'present']);
});

it('is done by the learner where its author asks for no more, and by nobody’s word where attendance counts', async () => {
  const word = await sessionScene(test, party, { completes: 'learner' });
  const mine = await word.learner();
  const path = { enrolmentId: mine.enrolmentId, activityId: word.activityId };
  await mine.api.enrolments.complete({ ...path, commandId: newId() });
  expect(await progress(mine.enrolmentId)).toEqual([true, true, 1]);

  const counted = await sessionScene(test, party);
  const other = await counted.learner();
  const asked = { enrolmentId: other.enrolmentId, activityId: counted.activityId, commandId: newId() };
  expect(await failure(other.api.enrolments.complete(asked))).toMatchObject({
    ...{ code: 'CONFLICT', messageKey: 'enrolment.attendanceDecides' },
  });
});
