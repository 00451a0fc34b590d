import { newId } from '@concord/db/ids';
import { cohorts, enrolments } from '@concord/db/schema/learning';
import { seatEntries } from '@concord/db/schema/seats';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { id, inDays, type SeatScene, seatScene } from '../../testing/seats.ts';
import { holdersJob, reofferSeats } from './jobs.ts';

let scene: SeatScene;
const fails = (code: string, messageKey?: string) =>
  expect.objectContaining(messageKey ? { code, messageKey } : { code });

beforeAll(async () => {
  scene = await seatScene();
});
afterAll(() => scene.test.close());

describe('the last seat', () => {
  it('goes to one of many who ask at the same time, and the others stand in line', async () => {
    const cohortId = await scene.makeCohort(3);
    const people = await Promise.all(Array.from({ length: 24 }, () => scene.learner()));
    const answers = await Promise.all(people.map((who) => scene.ask(who, cohortId)));
    expect(answers.filter(({ lines }) => lines[0]?.state === 'holds')).toHaveLength(3);
    expect(await scene.holders(cohortId)).toHaveLength(3);
    const entries = await scene.test.worker.db
      .select()
      .from(seatEntries)
      .where(eq(seatEntries.cohortId, cohortId));
    const places = entries.map(({ place }) => place).sort((a, b) => a - b);
    expect(places).toEqual(places.map((_, index) => index + 1));
  });
});

describe('deciding over seats', () => {
  it('puts an emergency first with its reason, and takes nobody’s seat for it', async () => {
    const cohortId = await scene.makeCohort(1);
    const [a, b, c] = [await scene.learner(), await scene.learner(), await scene.learner()];
    for (const who of [a, b, c]) await scene.ask(who, cohortId);
    await expect(scene.act(scene.coordinator, 'moveForward', cohortId, c.id)).rejects.toEqual(
      fails('FORBIDDEN'),
    );
    await scene.act(scene.director, 'moveForward', cohortId, c.id);
    expect(await scene.holders(cohortId)).toEqual([a.id]);
    await scene.act(scene.director, 'refuse', cohortId, a.id);
    expect(await scene.holders(cohortId)).toEqual([c.id]);
    const { items } = await (await callerAs(scene.test, b)).seats.log({ cohortId });
    expect(items[0]).toMatchObject({ kind: 'refused', reason: 'for the test', person: null });
    expect(items[0]?.moves.map(({ what, why }) => [what, why])).toEqual([
      ['left', 'refused'],
      ['given', 'freed'],
    ]);
  });

  it('opens unfilled seats to all on their day, whether or not the job has run', async () => {
    const cohortId = await scene.makeCohort(1, { startsAt: inDays(41), reofferDays: 42 });
    const guest = await scene.person(scene.calder);
    await scene.test.worker.db.update(cohorts).set({ reofferDays: 40 }).where(eq(cohorts.id, cohortId));
    expect((await scene.ask(guest, cohortId)).lines[0]).toMatchObject({ state: 'waits', position: 1 });
    await scene.test.worker.db.update(cohorts).set({ reofferDays: 42 }).where(eq(cohorts.id, cohortId));
    const seen = await (await callerAs(scene.test, guest)).seats.byCohort({ cohortId });
    expect(seen.mine).toMatchObject({ state: 'holds', from: 'reoffered' });
    expect(await reofferSeats(servicesOf(scene.test))).toBe(1);
    expect(await reofferSeats(servicesOf(scene.test))).toBe(0);
    expect(await scene.holders(cohortId)).toEqual([guest.id]);
  });

  it('keeps what was said of the past where the day of the re-offer moves to before it', async () => {
    const cohortId = await scene.makeCohort(1);
    const [guest, learner] = [await scene.person(scene.calder), await scene.learner()];
    await scene.ask(guest, cohortId);
    await scene.ask(learner, cohortId);
    await scene.act(learner, 'withdraw', cohortId, learner.id);
    const { seats } = await callerAs(scene.test, scene.director);
    const said = async () =>
      (await seats.log({ cohortId })).items.map(({ place, moves }) => ({ place, moves })).reverse();
    const before = await said();
    const { revision } = await seats.byCohort({ cohortId });
    await seats.settings({
      ...{ ...id(), cohortId, revision, approval: 'none', sharedSeats: 0 },
      ...{ reofferDays: 100, reason: 'Nobody else is coming' },
    });
    const after = await said();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)?.moves).toMatchObject([{ what: 'given', why: 'reoffered' }]);
    expect((await seats.log({ cohortId })).items[0]).toMatchObject({
      ...{ kind: 'settings', approval: 'none', reason: 'Nobody else is coming' },
    });
    expect(await scene.holders(cohortId)).toEqual([guest.id]);
  });

  it('changes the shared pool with a reason, once for each reading of the form', async () => {
    const cohortId = await scene.makeCohort(0);
    const guest = await scene.person(scene.calder);
    await scene.ask(guest, cohortId);
    const { seats } = await callerAs(scene.test, scene.director);
    const { revision } = await seats.byCohort({ cohortId });
    const change = {
      cohortId,
      revision,
      approval: 'none' as const,
      sharedSeats: 1,
      reofferDays: 42,
      reason: 'More room',
    };
    await seats.settings({ ...id(), ...change });
    expect(await scene.holders(cohortId)).toEqual([guest.id]);
    await expect(seats.settings({ ...id(), ...change })).rejects.toEqual(
      fails('CONFLICT', 'cohorts.changed'),
    );
    const own = await callerAs(scene.test, scene.coordinator);
    await expect(own.seats.settings({ ...id(), ...change })).rejects.toEqual(fails('FORBIDDEN'));
  });

  it('enrols who gets a seat in a cohort under way', async () => {
    const cohortId = await scene.makeCohort(2);
    const [a, b] = [await scene.learner(), await scene.learner()];
    await scene.ask(a, cohortId);
    await holdersJob.work(servicesOf(scene.test), { cohortId });
    const enrolled = () =>
      scene.test.worker.db.select().from(enrolments).where(eq(enrolments.cohortId, cohortId));
    expect(await enrolled()).toEqual([]);
    await scene.test.worker.db
      .insert(enrolments)
      .values({ id: newId(), personId: a.id, cohortId, ...pathOf() });
    await scene.ask(b, cohortId);
    await holdersJob.work(servicesOf(scene.test), { cohortId });
    await holdersJob.work(servicesOf(scene.test), { cohortId });
    expect((await enrolled()).map(({ personId }) => personId).sort()).toEqual([a.id, b.id].sort());
  });
});

const pathOf = () => ({ courseId: scene.course.courseId, versionId: scene.course.versionId });

describe('the ledger', () => {
  it('shows figures of every party and names of one’s own', async () => {
    const cohortId = await scene.makeCohort(1);
    const guest = await scene.person(scene.calder);
    const learner = await scene.learner();
    await scene.ask(learner, cohortId);
    await scene.ask(guest, cohortId);
    const seen = await (await callerAs(scene.test, scene.coordinator)).seats.byCohort({ cohortId });
    expect(seen.lines.map(({ personId }) => personId)).toEqual([learner.id]);
    expect(seen.parties.map(({ seats, held, waiting }) => [seats, held, waiting]).sort()).toEqual([
      [0, 0, 1],
      [1, 1, 0],
    ]);
    const all = await (await callerAs(scene.test, scene.director)).seats.byCohort({ cohortId });
    expect(all.lines).toHaveLength(2);
  });

  it('is never changed, not even by the worker', async () => {
    await expect(scene.test.worker.sql`delete from seat_entry`).rejects.toMatchObject({ code: '42501' });
    await expect(scene.test.app.sql`update seat_entry set reason = ''`).rejects.toMatchObject({
      code: '42501',
    });
  });
});
