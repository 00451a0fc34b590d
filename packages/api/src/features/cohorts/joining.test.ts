import { newId } from '@concord/db/ids';
import { personWorkRoles, workRoles } from '@concord/db/schema/competence';
import { seatEntries } from '@concord/db/schema/seats';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { id, inDays, type SeatScene, seatScene } from '../../testing/seats.ts';
import { applyRules } from './jobs.ts';

let scene: SeatScene;
const fails = (code: string, messageKey?: string) =>
  expect.objectContaining(messageKey ? { code, messageKey } : { code });

beforeAll(async () => {
  scene = await seatScene();
});
afterAll(() => scene.test.close());

/** A kind of work that so many new people of Nordmark do; one person alone of Calder. */
async function workOf(count: number) {
  const workRoleId = newId();
  await scene.test.worker.db
    .insert(workRoles)
    .values({ id: workRoleId, code: `w-${workRoleId}`, nameEn: 'Analyst', nameFr: 'Analyste' });
  const people = [];
  for (let n = 0; n < count; n += 1) people.push(await scene.learner());
  const stranger = await scene.person(scene.calder);
  for (const { id: personId } of [...people, stranger]) await assign(personId, workRoleId);
  return { workRoleId, people: people.map((person) => person.id), stranger: stranger.id };
}

async function assign(personId: string, workRoleId: string): Promise<void> {
  await scene.test.worker.db
    .insert(personWorkRoles)
    .values({ id: newId(), personId, workRoleId, validFrom: inDays(-9) });
}

async function endWork(personId: string, workRoleId: string): Promise<void> {
  await scene.test.worker.db
    .update(personWorkRoles)
    .set({ validUntil: inDays(-1) })
    .where(and(eq(personWorkRoles.personId, personId), eq(personWorkRoles.workRoleId, workRoleId)));
}

const ruleFor = (cohortId: string, workRoleId: string, partyId: string | null = scene.nordmark.id) => ({
  ...{ cohortId, workRoleId, role: null, partyId },
});

async function makeRule(cohortId: string, workRoleId: string, partyId?: string | null) {
  const { cohorts } = await callerAs(scene.test, scene.director);
  return cohorts.addRule({ ...id(), ...ruleFor(cohortId, workRoleId, partyId) });
}

const apply = () => applyRules(servicesOf(scene.test));

describe('a rule', () => {
  it('is previewed by name, and then does just that', async () => {
    const cohortId = await scene.makeCohort(2);
    const work = await workOf(3);
    const { cohorts } = await callerAs(scene.test, scene.director);
    const { people } = await cohorts.previewRule(ruleFor(cohortId, work.workRoleId, null));
    expect(people.map(({ personId, what }) => [personId, what])).toEqual([
      [work.people[0], 'seat'],
      [work.people[1], 'seat'],
      [work.people[2], 'waits'],
      [work.stranger, 'noSeats'],
    ]);
    expect(people[0]?.name).not.toBe('');
    expect(await scene.holders(cohortId)).toEqual([]);
    expect((await makeRule(cohortId, work.workRoleId, null)).given).toBe(2);
    expect(await scene.holders(cohortId)).toEqual(work.people.slice(0, 2));
    expect(await apply()).toBe(0);
  });

  it('stands in the ledger as the reason, for other nations too', async () => {
    const cohortId = await scene.makeCohort(1);
    const work = await workOf(1);
    await makeRule(cohortId, work.workRoleId);
    const { seats } = await callerAs(scene.test, await scene.person(scene.calder));
    const { items } = await seats.log({ cohortId });
    expect(items.find(({ kind }) => kind === 'request')?.rule).toEqual({
      ...{ work: 'Analyst', role: null, party: scene.nordmark.code },
    });
  });

  it('takes in who begins to match, once, and gives the freed seat to the one who waits', async () => {
    const cohortId = await scene.makeCohort(2);
    const work = await workOf(1);
    await makeRule(cohortId, work.workRoleId);
    const [second, third] = [await scene.learner(), await scene.learner()];
    await assign(second.id, work.workRoleId);
    expect(await Promise.all([apply(), apply()])).toContain(1);
    await assign(third.id, work.workRoleId);
    await apply();
    expect(await scene.holders(cohortId)).toEqual([work.people[0], second.id].sort());
    await endWork(work.people[0] ?? '', work.workRoleId);
    expect(await apply()).toBe(1);
    expect(await scene.holders(cohortId)).toEqual([second.id, third.id].sort());
    await assign(work.people[0] ?? '', work.workRoleId);
    expect(await apply()).toBe(1);
    expect(await apply()).toBe(0);
    const rows = await scene.test.worker.db
      .select()
      .from(seatEntries)
      .where(and(eq(seatEntries.cohortId, cohortId), eq(seatEntries.personId, second.id)));
    expect(rows.filter(({ kind }) => kind === 'request')).toHaveLength(1);
  });

  it('brings back nobody who gave up their seat or was refused', async () => {
    const cohortId = await scene.makeCohort(3);
    const work = await workOf(2);
    const [left = '', refused = ''] = work.people;
    await makeRule(cohortId, work.workRoleId);
    await scene.act({ id: left }, 'withdraw', cohortId, left);
    await scene.act(scene.director, 'refuse', cohortId, refused);
    expect(await apply()).toBe(0);
    expect(await scene.holders(cohortId)).toEqual([]);
  });

  it('leaves whom it placed where they are once it has ended, or the cohort has begun', async () => {
    const [ended, begun] = [
      await scene.makeCohort(1),
      await scene.makeCohort(1, { startsAt: inDays(-1), endsAt: inDays(9) }),
    ];
    const work = await workOf(1);
    const { ruleId } = await makeRule(ended, work.workRoleId);
    await makeRule(begun, work.workRoleId);
    const { cohorts } = await callerAs(scene.test, scene.director);
    await cohorts.endRule({ ...id(), cohortId: ended, ruleId });
    await endWork(work.people[0] ?? '', work.workRoleId);
    expect(await apply()).toBe(0);
    expect(await scene.holders(ended)).toEqual(work.people);
    expect(await scene.holders(begun)).toEqual(work.people);
    expect((await cohorts.rules({ cohortId: ended })).rules).toEqual([]);
  });

  it('covers a role as well as work, has one effect sent twice, and is not made twice', async () => {
    const cohortId = await scene.makeCohort(5);
    const { cohorts } = await callerAs(scene.test, scene.director);
    const rule = { ...id(), cohortId, workRoleId: null, role: 'trainingCoordinator' as const, partyId: null };
    expect(await cohorts.addRule(rule)).toEqual(await cohorts.addRule(rule));
    expect(await scene.holders(cohortId)).toContain(scene.coordinator.id);
    expect((await cohorts.rules({ cohortId })).rules.map(({ placed }) => placed)).toEqual([1]);
    await expect(cohorts.addRule({ ...rule, ...id() })).rejects.toEqual(
      fails('CONFLICT', 'cohorts.ruleStands'),
    );
  });

  it('is for who looks after the cohort alone', async () => {
    const cohortId = await scene.makeCohort(1);
    const work = await workOf(1);
    const rule = ruleFor(cohortId, work.workRoleId);
    const former = await scene.person(scene.calder, {
      ...{ role: 'courseDirector' as const, scope: 'course' as const, scopeId: scene.course.courseId },
      ...{ from: inDays(-9), until: inDays(-1) },
    });
    for (const who of [scene.coordinator, former, await scene.learner()]) {
      const { cohorts } = await callerAs(scene.test, who);
      await expect(cohorts.previewRule(rule)).rejects.toEqual(fails('NOT_FOUND'));
      await expect(cohorts.addRule({ ...id(), ...rule })).rejects.toEqual(fails('NOT_FOUND'));
      await expect(cohorts.rules({ cohortId })).rejects.toEqual(fails('NOT_FOUND'));
    }
    const nobody = await callerAs(scene.test, null);
    await expect(nobody.cohorts.previewRule(rule)).rejects.toEqual(fails('UNAUTHORIZED'));
  });
});

it('more seats in the cohort’s form go to those who wait, at once', async () => {
  const cohortId = await scene.makeCohort(1);
  const [first, second] = [await scene.learner(), await scene.learner()];
  await scene.ask(first, cohortId);
  await scene.ask(second, cohortId);
  const { cohorts } = await callerAs(scene.test, scene.director);
  const { revision, startsAt } = await cohorts.byId({ cohortId });
  const names = { nameEn: 'Spring', nameFr: 'Printemps' };
  const seats = [{ partyId: scene.nordmark.id, seats: 2 }];
  await cohorts.edit({ ...id(), cohortId, revision, ...names, startsAt, dueAt: null, seats });
  expect(await scene.holders(cohortId)).toEqual([first.id, second.id].sort());
});
