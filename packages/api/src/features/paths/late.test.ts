import { randomUUID } from 'node:crypto';
import { cohortMembers } from '@concord/db/schema/learning';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type SignedIn } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { pathScene } from '../../testing/paths.ts';
import { holdersJob } from '../seats/jobs.ts';
import { pathProgressCsv } from './csv.ts';

const DAY = 86_400_000;
let paths: Awaited<ReturnType<typeof pathScene>>;
const as = (person: { id: string } | null) => callerAs(paths.test, person);
const fails = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  paths = await pathScene();
});
afterAll(() => paths.test.close());

describe('who comes into a cohort later', () => {
  const dueAt = new Date(Date.now() + 50 * DAY);
  const seats = [{ partyId: '', seats: 9 }];
  async function cohortOnPath() {
    const { cohortId } = await (await as(paths.manager)).cohorts.create({
      ...{ commandId: randomUUID(), courseId: paths.first.courseId, nameEn: 'Late', nameFr: 'Tard' },
      ...{ startsAt: new Date(Date.now() + DAY).toISOString(), dueAt: dueAt.toISOString() },
      seats: seats.map((line) => ({ ...line, partyId: paths.scene.nation.id })),
    });
    await (await as(paths.manager)).paths.putCohort({
      commandId: randomUUID(),
      pathId: paths.path.pathId,
      cohortId,
    });
    return cohortId;
  }
  const work = (cohortId: string) => holdersJob.work(servicesOf(paths.test), { cohortId });
  const coursesOf = async (personId: string) =>
    (await paths.enrolmentsOf(personId)).map((one) => [one.courseId, one.dueAt?.getTime()]).sort();

  it('is enrolled in the path’s other courses by the job that their seat enqueued, once, and in their order', async () => {
    const cohortId = await cohortOnPath();
    const [late, holder] = [await paths.newPerson(), await paths.newPerson()];
    await paths.hold(holder);
    await paths.hold(holder, paths.second);
    const add = { commandId: randomUUID(), cohortId, personIds: [late.id, holder.id] };
    const by = await as(paths.manager);
    expect(await by.cohorts.addMembers(add)).toEqual(await by.cohorts.addMembers(add));
    const queued = await paths.test.worker
      .sql`select data from pgboss.job where name = 'holders' and data->>'cohortId' = ${cohortId}`;
    expect(queued.length).toBeGreaterThan(0);
    await Promise.all([work(cohortId), work(cohortId)]);
    await work(cohortId);
    expect(await coursesOf(late.id)).toEqual(
      [
        [paths.first.courseId, dueAt.getTime()],
        [paths.second.courseId, dueAt.getTime()],
      ].sort(),
    );
    const told = (await (await as(late)).notifications.list({})).items.filter(
      ({ kind }) => kind === 'pathGiven',
    );
    expect(told).toHaveLength(1);
    // What they hold already is not asked of them again.
    expect((await paths.enrolmentsOf(holder.id)).filter((one) => one.completedAt === null)).toEqual([]);
    // The later course is begun, and still opens only after the one before it.
    const enrolment = (await paths.enrolmentsOf(late.id)).find(
      (one) => one.courseId === paths.second.courseId,
    );
    const seen = { enrolmentId: enrolment?.id ?? '', activityId: paths.second.pageId, anchor: null };
    await expect((await as(late)).enrolments.see({ commandId: randomUUID(), ...seen })).rejects.toEqual(
      fails('PRECONDITION_FAILED'),
    );
  });

  it('is left alone once the cohort is off the path, or where a course is not open to them', async () => {
    const cohortId = await cohortOnPath();
    await (await as(paths.manager)).paths.takeCohort({
      commandId: randomUUID(),
      pathId: paths.path.pathId,
      cohortId,
    });
    const late = await paths.newPerson();
    await (await as(paths.manager)).cohorts.addMembers({
      commandId: randomUUID(),
      cohortId,
      personIds: [late.id],
    });
    await work(cohortId);
    expect((await paths.enrolmentsOf(late.id)).map((one) => one.courseId)).not.toContain(
      paths.second.courseId,
    );
    const other = await cohortOnPath();
    const outsider = await createPerson(paths.test, { party: await createParty(paths.test) });
    await paths.test.worker.db.insert(cohortMembers).values({ cohortId: other, personId: outsider.id });
    await work(other);
    expect((await paths.enrolmentsOf(outsider.id)).map((one) => one.courseId)).not.toContain(
      paths.second.courseId,
    );
  });
});

describe('who is where', () => {
  const table = async (by: { id: string }, more: { cohortId?: string } = {}): Promise<string[][]> =>
    parse(
      await inTransaction(servicesOf(paths.test), await requestAs(paths.test, by), (ctx) =>
        pathProgressCsv(ctx as SignedIn, { slug: paths.path.slug, ...more }),
      ),
      { bom: true },
    );

  it('in a cohort is for who looks after it, and names nobody outside it', async () => {
    const [inside, outside] = [await paths.newPerson(), await paths.newPerson()];
    await (await as(outside)).paths.follow({ commandId: randomUUID(), pathId: paths.path.pathId });
    await paths.hold(inside, paths.second);
    const { cohortId } = await (await as(paths.manager)).cohorts.create({
      ...{ commandId: randomUUID(), courseId: paths.first.courseId, nameEn: 'Where', nameFr: 'Où' },
      ...{ startsAt: new Date(Date.now() + DAY).toISOString(), dueAt: null },
      seats: [{ partyId: paths.scene.nation.id, seats: 3 }],
    });
    const keeper = await paths.newPerson({
      appointments: [{ role: 'cohortManager', scope: 'cohort', scopeId: cohortId }],
    });
    const ask = async (by: { id: string } | null) =>
      (await as(by)).paths.progress({ slug: paths.path.slug, cohortId });
    await expect(ask(keeper)).rejects.toEqual(fails('NOT_FOUND'));
    await (await as(keeper)).paths.putCohort({
      commandId: randomUUID(),
      pathId: paths.path.pathId,
      cohortId,
    });
    await (await as(keeper)).cohorts.addMembers({
      commandId: randomUUID(),
      cohortId,
      personIds: [inside.id],
    });
    const { people, cohort } = await ask(keeper);
    expect(cohort?.nameFr).toBe('Où');
    expect(people.map((one) => [one.id, one.done, one.cells.map(({ state }) => state)])).toEqual([
      [inside.id, 1, ['open', 'done']],
    ]);
    const file = await table(keeper, { cohortId });
    expect(file.map((row) => row.slice(1))).toEqual([
      ['Party', 'Required done', 'Of', expect.stringMatching(/^1\. /), expect.stringMatching(/^2\. /)],
      [expect.any(String), '1', '2', 'open', 'done'],
    ]);
    await expect(table(paths.scene.stranger, { cohortId })).rejects.toEqual(fails('NOT_FOUND'));
    await expect((await as(keeper)).paths.progress({ slug: paths.path.slug })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
    const lapsed = await paths.newPerson({
      appointments: [
        { role: 'cohortManager', scope: 'cohort', scopeId: cohortId, until: new Date(Date.now() - DAY) },
      ],
    });
    for (const nobody of [lapsed, inside, paths.scene.stranger, paths.scene.coordinator])
      await expect(ask(nobody)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(ask(null)).rejects.toEqual(fails('UNAUTHORIZED'));
  });

  it('is for who looks after people, and names no other party’s', async () => {
    const person = await paths.newPerson();
    await (await as(person)).paths.follow({ commandId: randomUUID(), pathId: paths.path.pathId });
    await paths.hold(person);
    const own = await (await as(paths.scene.coordinator)).paths.progress({ slug: paths.path.slug });
    const line = own.people.find(({ id }) => id === person.id);
    expect(line).toMatchObject({ done: 1, total: 2 });
    expect(line?.cells.map(({ state }) => state)).toEqual(['done', 'open']);
    await expect((await as(person)).paths.progress({ slug: paths.path.slug })).rejects.toEqual(
      fails('NOT_FOUND'),
    );
    const elsewhere = await createPerson(paths.test, {
      party: paths.scene.other,
      appointments: [{ role: 'trainingCoordinator', scope: 'party', scopeId: paths.scene.other.id }],
    });
    const theirs = await (await as(elsewhere)).paths
      .progress({ slug: paths.path.slug })
      .catch(() => ({ people: [] }));
    expect(theirs.people).toEqual([]);
  });

  it('as a table names everybody the page would, on however many pages, and nothing a spreadsheet would run', async () => {
    const many = await Promise.all(
      Array.from({ length: 103 }, (_, at) => paths.newPerson({ familyName: `=Aa${at}`, givenName: 'Zoé' })),
    );
    const { pathId } = paths.path;
    const by = await as(paths.scene.coordinator);
    await by.paths.put({ commandId: randomUUID(), pathId, personIds: many.map(({ id }) => id) });
    const { people, more } = await by.paths.progress({ slug: paths.path.slug });
    expect([people.length, more]).toEqual([100, expect.any(String)]);
    const names = (await table(paths.scene.coordinator)).map(([name]) => name);
    expect(names.filter((name) => name?.startsWith("'=Aa"))).toHaveLength(103);
    await expect(table(many[0] ?? paths.scene.stranger)).rejects.toEqual(fails('NOT_FOUND'));
  });
});
