import { createParty } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { id, inDays, type SeatScene, seatScene } from '../../testing/seats.ts';

let scene: SeatScene;
const fails = (code: string, messageKey?: string) =>
  expect.objectContaining(messageKey ? { code, messageKey } : { code });

beforeAll(async () => {
  scene = await seatScene();
});
afterAll(() => scene.test.close());

describe('asking for a seat', () => {
  it('gives it at once where nobody has to agree, and keeps the next in line', async () => {
    const cohortId = await scene.makeCohort(1);
    const [first, second] = [await scene.learner(), await scene.learner()];
    expect((await scene.ask(first, cohortId)).lines).toEqual([
      { personId: first.id, state: 'holds', position: null },
    ]);
    expect((await scene.ask(second, cohortId)).lines).toEqual([
      { personId: second.id, state: 'waits', position: 1 },
    ]);
    expect(await scene.holders(cohortId)).toEqual([first.id]);
    await scene.act(first, 'withdraw', cohortId, first.id);
    expect(await scene.holders(cohortId)).toEqual([second.id]);
    const told = await (await callerAs(scene.test, second)).notifications.list({});
    expect(told.items.map(({ kind }) => kind)).toEqual(['seatGiven']);
  });

  it('waits for the training coordinator and the course scene.director, in this order', async () => {
    const cohortId = await scene.makeCohort(2, { approval: 'both' });
    const learner = await scene.learner();
    expect((await scene.ask(learner, cohortId)).lines[0]?.state).toBe('needsCoordinator');
    await expect(scene.act(learner, 'agree', cohortId, learner.id)).rejects.toEqual(fails('FORBIDDEN'));
    expect((await scene.act(scene.coordinator, 'agree', cohortId, learner.id)).lines[0]?.state).toBe(
      'needsDirector',
    );
    await expect(scene.act(scene.coordinator, 'agree', cohortId, learner.id)).rejects.toEqual(
      fails('FORBIDDEN'),
    );
    expect(await scene.holders(cohortId)).toEqual([]);
    expect((await scene.act(scene.director, 'agree', cohortId, learner.id)).lines[0]?.state).toBe('holds');
    const asked = await (await callerAs(scene.test, scene.coordinator)).notifications.list({});
    expect(asked.items.map(({ kind }) => kind)).toContain('seatRequested');
  });

  it('lets a training coordinator nominate the own people, and nobody else’s', async () => {
    const cohortId = await scene.makeCohort(2, { approval: 'coordinator' });
    const [learner, two] = [await scene.learner(), await scene.learner()];
    const stranger = await scene.person(scene.calder);
    const answer = await scene.ask(scene.coordinator, cohortId, [learner.id, two.id]);
    expect(answer.lines.map(({ state }) => state)).toEqual(['holds', 'holds']);
    await expect(scene.ask(scene.coordinator, cohortId, [stranger.id])).rejects.toEqual(fails('FORBIDDEN'));
    await expect(scene.act(scene.coordinator, 'withdraw', cohortId, stranger.id)).rejects.toEqual(
      fails('NOT_FOUND'),
    );
  });

  it('has one effect sent twice, and is refused asked twice', async () => {
    const cohortId = await scene.makeCohort(1);
    const learner = await scene.learner();
    const { seats } = await callerAs(scene.test, learner);
    const command = { ...id(), cohortId, personIds: [learner.id] };
    expect(await seats.request(command)).toEqual(await seats.request(command));
    await expect(seats.request({ ...command, ...id() })).rejects.toEqual(
      fails('CONFLICT', 'seats.askedAlready'),
    );
  });

  it('keeps to the window, and to who is signed in', async () => {
    const learner = await scene.learner();
    const early = await scene.makeCohort(1, { opensAt: inDays(1) });
    await expect(scene.ask(learner, early)).rejects.toEqual(fails('PRECONDITION_FAILED', 'seats.notYetOpen'));
    const late = await scene.makeCohort(1, { closesAt: inDays(-1) });
    await expect(scene.ask(learner, late)).rejects.toEqual(fails('PRECONDITION_FAILED', 'seats.closed'));
    expect((await scene.ask(scene.director, late, [learner.id])).lines[0]?.state).toBe('holds');
    const nobody = await callerAs(scene.test, null);
    await expect(nobody.seats.byCohort({ cohortId: late })).rejects.toEqual(fails('UNAUTHORIZED'));
  });

  it('is over with the appointment', async () => {
    const cohortId = await scene.makeCohort(1, { approval: 'coordinator' });
    const former = await scene.person(scene.nordmark, {
      ...{ role: 'trainingCoordinator' as const, scope: 'party' as const, scopeId: scene.nordmark.id },
      ...{ from: inDays(-9), until: inDays(-1) },
    });
    const learner = await scene.learner();
    await scene.ask(learner, cohortId);
    await expect(scene.act(former, 'agree', cohortId, learner.id)).rejects.toEqual(fails('NOT_FOUND'));
  });

  it('does not tell of a cohort whose course may not be read', async () => {
    const outsider = await scene.person(await createParty(scene.test));
    const cohortId = await scene.makeCohort(1);
    const { seats } = await callerAs(scene.test, outsider);
    await expect(seats.byCohort({ cohortId })).rejects.toEqual(fails('NOT_FOUND'));
    await expect(seats.request({ ...id(), cohortId, personIds: [outsider.id] })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
  });
});
