import { appointments } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignmentScene, judgement } from '../../testing/assignments.ts';
import { callerAs } from '../../testing/caller.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());
const scene = (settings?: object) => assignmentScene(test, party, settings);
const NOT_FOUND = { code: 'NOT_FOUND' };

describe('a second marker', () => {
  it('sees nothing of the first until both decided; where they differ, a course director settles', async () => {
    const { api, at, handIn, staff } = await scene({ secondMarker: true });
    const [ada, bo, cy] = [await staff('Ada'), await staff('Bo'), await staff('Cy', 'courseDirector')];
    const late = await staff('Di');
    const id = await handIn();
    await ada.api.assignments.judge(judgement(id));
    expect(await bo.api.assignments.work({ submissionId: id })).toMatchObject({
      judgements: [],
      decidedBy: 1,
      may: true,
    });
    await bo.api.assignments.judge(judgement(id, { outcome: 'fail', scores: { clear: 1, right: 1 } }));
    expect((await api.assignments.own(at)).submissions).toMatchObject([{ outcome: null, judgements: [] }]);
    expect((await bo.api.assignments.work({ submissionId: id })).judgements).toHaveLength(1);
    await expect(late.api.assignments.judge(judgement(id))).rejects.toMatchObject({
      messageKey: 'assignments.directorSettles',
    });
    expect(await cy.api.assignments.work({ submissionId: id })).toMatchObject({ settling: true, may: true });
    await cy.api.assignments.judge(judgement(id));
    expect((await api.assignments.own(at)).submissions).toMatchObject([
      { outcome: 'pass', judgements: [{ place: 3 }] },
    ]);
  });

  it('who agrees decides with the first', async () => {
    const { api, at, handIn, staff } = await scene({ secondMarker: true });
    const [ada, bo] = [await staff('Ada'), await staff('Bo')];
    const id = await handIn();
    await Promise.all([ada.api.assignments.judge(judgement(id)), bo.api.assignments.judge(judgement(id))]);
    expect((await api.assignments.own(at)).submissions[0]?.judgements).toHaveLength(2);
  });
});

describe('what others handed in', () => {
  it('is for the staff of its course alone, and for as long as they are', async () => {
    const { handIn, staff, at } = await scene();
    const other = await scene();
    const marker = await staff('Ada');
    const id = await handIn();
    const asManager = await createPerson(test, {
      party,
      appointments: [
        { role: 'trainingManager', scope: 'alliance' },
        { role: 'administrator', scope: 'alliance' },
      ],
    });
    const strangers = [other.api, (await other.staff('Elsewhere')).api, await callerAs(test, asManager)];
    for (const api of strangers) {
      await expect(api.assignments.work({ submissionId: id })).rejects.toMatchObject(NOT_FOUND);
      await expect(api.assignments.judge(judgement(id))).rejects.toMatchObject(NOT_FOUND);
      await expect(api.assignments.queue({ activityId: at.activityId })).rejects.toMatchObject(NOT_FOUND);
      await expect(api.assignments.own(at)).rejects.toMatchObject(NOT_FOUND);
    }
    const signedOut = await callerAs(test, null);
    await expect(signedOut.assignments.work({ submissionId: id })).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
    await marker.api.assignments.judge(judgement(id, { outcome: null }));
    await test.worker.db
      .update(appointments)
      .set({ validUntil: sql`now() - interval '1 second'` })
      .where(eq(appointments.personId, marker.person.id));
    await expect(marker.api.assignments.work({ submissionId: id })).rejects.toMatchObject(NOT_FOUND);
    await expect(marker.api.assignments.judge(judgement(id, { revision: 1 }))).rejects.toMatchObject(
      NOT_FOUND,
    );
  });

  it('is never one’s own to judge', async () => {
    const { handIn, api, person, course, at } = await scene();
    await createAppointment(test, person, {
      role: 'courseDirector',
      scope: 'course',
      scopeId: course.courseId,
    });
    const id = await handIn();
    await expect(api.assignments.judge(judgement(id))).rejects.toMatchObject(NOT_FOUND);
    expect((await api.assignments.queue({ activityId: at.activityId })).work).toEqual([]);
  });

  it('has no name on it until it is decided, where marking is blind', async () => {
    const { handIn, staff, at } = await scene({ blind: true });
    const { api } = await staff('Ada');
    const id = await handIn();
    expect((await api.assignments.queue({ activityId: at.activityId })).work).toMatchObject([
      { person: null },
    ]);
    expect((await api.assignments.work({ submissionId: id })).person).toBeNull();
    await api.assignments.judge(judgement(id));
    expect((await api.assignments.work({ submissionId: id })).person).toContain('Lina');
    expect((await api.assignments.queue({ activityId: at.activityId })).work[0]?.person).toContain('Lina');
  });
});
