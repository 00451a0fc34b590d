import { newId } from '@concord/db/ids';
import { activityProgress } from '@concord/db/schema/learning';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty } from '@concord/db/testing/fixtures';
import { and, eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignmentScene, judgement } from '../../testing/assignments.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());
const scene = (settings?: object) => assignmentScene(test, party, settings);
const NOT_FOUND = { code: 'NOT_FOUND' };

const told = (personId: string, kind: string) =>
  test.worker.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, personId), eq(notifications.kind, kind)));
const done = (activityId: string) =>
  test.worker.db
    .select()
    .from(activityProgress)
    .where(and(eq(activityProgress.activityId, activityId), isNotNull(activityProgress.completedAt)));

describe('work', () => {
  it('is kept as it is written: a later save stands, an older one changes nothing', async () => {
    const { api, at } = await scene();
    await api.assignments.save({ ...at, text: 'second', fileIds: [], sequence: 2 });
    const older = await api.assignments.save({ ...at, text: 'first', fileIds: [], sequence: 1 });
    expect(older).toMatchObject({ kept: false, sequence: 2 });
    const { submissions, open } = await api.assignments.own(at);
    expect(submissions).toMatchObject([{ text: 'second', number: 1, submittedAt: null }]);
    expect(open).toBe(true);
    const [raw] = await test.owner
      .sql`select encode(sealed, 'escape') as sealed from submission where id = ${submissions[0]?.id ?? ''}`;
    expect(raw?.sealed).not.toContain('second');
  });

  it('is handed in once, stands from then on, and its markers are told', async () => {
    const { api, at, handIn, staff, person } = await scene();
    const marker = await staff('Ada');
    const commandId = newId();
    const input = { ...at, text: 'All of it.', fileIds: [], sequence: 9, commandId };
    const first = await api.assignments.handIn(input);
    expect(await api.assignments.handIn(input)).toEqual(first);
    await expect(handIn('more')).rejects.toMatchObject({ messageKey: 'assignments.handedIn' });
    await expect(api.assignments.save({ ...at, text: 'x', fileIds: [], sequence: 99 })).rejects.toMatchObject(
      {
        messageKey: 'assignments.handedIn',
      },
    );
    expect(await told(marker.person.id, 'workHandedIn')).toHaveLength(1);
    expect(await told(person.id, 'workHandedIn')).toHaveLength(0);
  });

  it('keeps to the limits of words and to what is asked', async () => {
    const { handIn } = await scene({ minWords: 3, maxWords: 4, files: false });
    await expect(handIn('')).rejects.toMatchObject({ messageKey: 'fields' });
    await expect(handIn('one two')).rejects.toMatchObject({ fields: [{ key: 'assignments.tooFewWords' }] });
    await expect(handIn('a b c d e')).rejects.toMatchObject({
      fields: [{ key: 'assignments.tooManyWords' }],
    });
    await handIn('l’été est là');
  });

  it('is refused after its date where late work is not taken', async () => {
    const past = new Date(Date.now() - 86_400_000).toISOString();
    const strict = await scene({ dueAt: past, late: 'refuse' });
    await expect(strict.handIn()).rejects.toMatchObject({ messageKey: 'assignments.tooLate' });
    const lenient = await scene({ dueAt: past });
    await lenient.handIn();
    expect((await lenient.api.assignments.own(lenient.at)).submissions).toMatchObject([{ late: true }]);
  });

  it('cannot carry somebody else’s files', async () => {
    const { api, at } = await scene();
    const save = api.assignments.save({ ...at, text: 'x', fileIds: [newId()], sequence: 1 });
    await expect(save).rejects.toMatchObject(NOT_FOUND);
  });
});

describe('a judgement', () => {
  it('that passes completes the activity at once, and its author reads it with its remarks', async () => {
    const { api, at, handIn, staff, person, course } = await scene();
    const marker = await staff('Ada');
    const id = await handIn();
    expect((await marker.api.assignments.queue({ activityId: at.activityId })).work).toMatchObject([
      { id, person: expect.stringContaining('Lina'), outcome: null },
    ]);
    const draft = await marker.api.assignments.judge(judgement(id, { outcome: null }));
    expect((await api.assignments.own(at)).submissions[0]).toMatchObject({ outcome: null, judgements: [] });
    const command = judgement(id, { revision: draft.revision });
    const decided = await marker.api.assignments.judge(command);
    expect(await marker.api.assignments.judge(command)).toEqual(decided);
    expect(await done(course.quizId)).toHaveLength(1);
    expect(await told(person.id, 'workDecided')).toHaveLength(1);
    expect((await api.assignments.own(at)).submissions[0]).toMatchObject({
      outcome: 'pass',
      judgements: [
        {
          comment: 'Good.',
          total: { points: 8, outOf: 10 },
          remarks: [{ starts: 0, ends: 3, text: 'Which one?' }],
        },
      ],
    });
    await expect(marker.api.assignments.judge(judgement(id))).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('that returns work opens the next try, which starts anew', async () => {
    const { api, at, handIn, staff, person, course } = await scene();
    const marker = await staff('Ada');
    await marker.api.assignments.judge(judgement(await handIn(), { outcome: 'return', scores: {} }));
    expect(await told(person.id, 'workReturned')).toHaveLength(1);
    expect((await api.assignments.own(at)).open).toBe(true);
    const again = await handIn('Better now.', 1);
    await marker.api.assignments.judge(judgement(again));
    expect((await api.assignments.own(at)).submissions).toMatchObject([
      { number: 1, outcome: 'return' },
      { number: 2, outcome: 'pass' },
    ]);
    expect(await done(course.quizId)).toHaveLength(1);
  });

  it('follows the points: none missing, none too many, no pass under the mark', async () => {
    const { handIn, staff } = await scene({ passMark: 60 });
    const marker = await staff('Ada');
    const id = await handIn();
    const refused = (more: object) => expect(marker.api.assignments.judge(judgement(id, more))).rejects;
    await refused({ scores: { clear: 4 } }).toMatchObject({ messageKey: 'assignments.pointsMissing' });
    await refused({ scores: { clear: 1, right: 1 } }).toMatchObject({
      messageKey: 'assignments.belowPassMark',
    });
    await refused({ outcome: 'fail' }).toMatchObject({ messageKey: 'assignments.abovePassMark' });
    await refused({ scores: { clear: 5 } }).toMatchObject({ fields: [{ key: 'assignments.tooManyPoints' }] });
    await refused({ remarks: [{ starts: 0, ends: 999, text: 'x' }] }).toMatchObject({ messageKey: 'fields' });
  });

  it('of two who mark at once: the first to decide stands, the other is told who it was', async () => {
    const { handIn, staff, at } = await scene();
    const [ada, bo] = [await staff('Ada'), await staff('Bo')];
    const id = await handIn();
    await ada.api.assignments.judge(judgement(id, { outcome: null }));
    expect((await bo.api.assignments.work({ submissionId: id })).writing).toEqual([
      expect.stringContaining('Ada'),
    ]);
    expect((await bo.api.assignments.queue({ activityId: at.activityId })).work[0]?.others).toHaveLength(1);
    const results = await Promise.allSettled([
      ada.api.assignments.judge(judgement(id, { revision: 1 })),
      bo.api.assignments.judge(judgement(id)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [lost] = results.filter((result) => result.status === 'rejected');
    expect(lost).toMatchObject({ reason: { messageKey: 'assignments.decidedMeanwhile' } });
  });

  it('in two windows of one marker is not written over', async () => {
    const { handIn, staff } = await scene();
    const { api } = await staff('Ada');
    const id = await handIn();
    await api.assignments.judge(judgement(id, { outcome: null }));
    await expect(api.assignments.judge(judgement(id, { outcome: null }))).rejects.toMatchObject({
      messageKey: 'assignments.changedElsewhere',
    });
  });
});
