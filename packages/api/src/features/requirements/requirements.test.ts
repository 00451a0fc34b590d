import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { requirements } from '@concord/db/schema/requirements';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft } from '../../testing/courses.ts';
import { exerciseScene, roleFields } from '../../testing/exercises.ts';
import { peopleScene } from '../../testing/people.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let manager: { id: string };
let course: { courseId: string; versionId: string };
const as = (person: { id: string } | null) => callerAs(test, person);
const fails = (code: string) => expect.objectContaining({ code });

const asked = (more: object = {}) => ({
  ...{ titleEn: 'Coordinators', titleFr: 'Coordonnateurs', subject: 'appointment' as const },
  ...{ role: 'trainingCoordinator' as const, subjectId: null, partyIds: [scene.nation.id] },
  needs: [{ kind: 'credential' as const, courseId: course.courseId }],
  ...{ validOn: null, validMonths: null, renewalDays: 60, remindDays: [7, 30, 30], graceDays: 0 },
  ...more,
});

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  const { nation, other } = scene;
  manager = await createPerson(test, {
    party: other,
    appointments: [{ role: 'trainingManager', scope: 'alliance' }],
  });
  await importDraft(test, courseDraft([pageDraft('a')]), [nation, other]);
  const [row] = await test.worker.db
    .select({ courseId: courses.id, versionId: courseVersions.id })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseId, courses.id));
  course = row ?? { courseId: '', versionId: '' };
});
afterAll(() => test.close());

const make = async (by: { id: string } | null, more: object = {}, commandId = randomUUID()) =>
  (await as(by)).requirements.make({ commandId, ...asked(more) });
const byId = async (by: { id: string }, requirementId: string) =>
  (await as(by)).requirements.byId({ requirementId });

/** Gives somebody the course's credential, earned so many days ago and without an end of its own. */
async function earn(person: { id: string }, daysAgo: number) {
  const issuedAt = new Date(Date.now() - daysAgo * 86_400_000);
  const enrolmentId = newId();
  const of = { personId: person.id, ...course };
  await test.worker.db.insert(enrolments).values({ id: enrolmentId, ...of, completedAt: issuedAt });
  await test.worker.db
    .insert(credentials)
    .values({ id: newId(), enrolmentId, ...of, publicId: enrolmentId, issuedAt });
}

describe('making a requirement', () => {
  it('shows whom it concerns before anything is written', async () => {
    const before = await test.worker.db.select().from(requirements);
    const shown = await (await as(scene.coordinator)).requirements.preview(asked());
    expect(shown.totals).toMatchObject({ people: 1, oneStep: 1 });
    expect(shown.people.map(({ id }) => id)).toEqual([scene.coordinator.id]);
    expect(await test.worker.db.select().from(requirements)).toEqual(before);
  });

  it('makes one however often it is sent, and readiness follows at once', async () => {
    const commandId = randomUUID();
    const first = await make(scene.coordinator, {}, commandId);
    expect(await make(scene.coordinator, {}, commandId)).toEqual(first);
    expect(await byId(scene.coordinator, first.requirementId)).toMatchObject({
      title: 'Coordinators',
      remindDays: [30, 7],
      can: { change: true },
    });
    const mine = await (await as(scene.coordinator)).readiness.mine();
    expect(mine.items.map(({ state }) => state)).toContain('notStarted');
  });

  it('is for who manages training, and for a coordinator of the own party and its organisations only', async () => {
    const unit = await createParty(test, { kind: 'team', nationId: scene.nation.id });
    await expect(make(manager, { partyIds: [] })).resolves.toBeDefined();
    await expect(make(scene.coordinator, { partyIds: [unit.id] })).resolves.toBeDefined();
    for (const partyIds of [[], [scene.other.id], [scene.nation.id, scene.other.id]])
      await expect(make(scene.coordinator, { partyIds })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        fields: [{ path: 'partyIds' }],
      });
    await expect(make(scene.officer)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(make(scene.stranger)).rejects.toEqual(fails('NOT_FOUND'));
    await expect(make(null)).rejects.toEqual(fails('UNAUTHORIZED'));
  });

  it.each([
    ['role', { role: null }],
    ['subjectId', { subject: 'workRole', role: null }],
    ['needs', { needs: [] }],
    ['remindDays', { remindDays: [61] }],
    ['validOn', { validOn: '2020-01-01T00:00:00Z' }],
    ['subjectId', { subject: 'cohort', role: null, subjectId: '00000000-0000-7000-8000-000000000001' }],
  ])('names the field at fault: %s', async (path, more) => {
    const error = await make(scene.coordinator, more).catch((one) => one);
    const at = error.fields?.[0]?.path ?? error.cause?.issues?.[0]?.path.join('.');
    expect([error.code, at]).toEqual(['BAD_REQUEST', path]);
  });
});

describe('changing and ending it', () => {
  it('says who joins and who leaves, is refused to whoever saves second, and leaves evidence alone', async () => {
    const { requirementId } = await make(scene.coordinator);
    await earn(scene.coordinator, 400);
    const held = await test.worker.db.select().from(credentials);
    const change = async (more: object, revision = 1) =>
      (await as(scene.coordinator)).requirements.change({
        ...{ commandId: randomUUID(), requirementId, revision },
        ...asked(more),
      });
    const officers = { role: 'securityOfficer' };
    const preview = await (await as(scene.coordinator)).requirements.preview({
      requirementId,
      ...asked(officers),
    });
    expect(preview).toMatchObject({ added: 1, dropped: 1 });
    const both = await Promise.allSettled([change(officers), change({ validMonths: 12 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(change({})).rejects.toEqual(fails('CONFLICT'));
    expect(await test.worker.db.select().from(credentials)).toEqual(held);
    const end = { commandId: randomUUID(), requirementId, revision: 2 };
    await (await as(scene.coordinator)).requirements.end(end);
    await expect(change({}, 3)).rejects.toEqual(fails('CONFLICT'));
    const { requirements: ended } = await (await as(manager)).requirements.list({ ended: true });
    expect(ended.map(({ id }) => id)).toContain(requirementId);
  });

  it('is not for the coordinator of another party', async () => {
    const { requirementId } = await make(manager, { partyIds: [scene.other.id] });
    const end = { commandId: randomUUID(), requirementId, revision: 1 };
    await expect((await as(scene.coordinator)).requirements.end(end)).rejects.toEqual(fails('FORBIDDEN'));
    await expect((await as(scene.stranger)).requirements.end(end)).rejects.toEqual(fails('NOT_FOUND'));
  });
});

describe('what the seats of an exercise ask for', () => {
  it('is changed and ended in the exercise alone', async () => {
    const { api, parties, exerciseId, code } = await exerciseScene(test);
    const seats = [{ partyId: parties.nordmark.id, seats: 1 }];
    const name = { nameEn: 'Asked of seats', nameFr: 'Demandé aux places' };
    await api.manager.exercises.saveRole(roleFields(exerciseId, seats, { ...name, level: 1 }));
    const { requirements: all } = await api.manager.requirements.list({});
    const row = all.find(({ title }) => title === name.nameEn);
    expect(row).toMatchObject({ exercise: code, can: { change: false } });
    const end = { commandId: randomUUID(), requirementId: row?.id ?? '', revision: 1 };
    await expect(api.manager.requirements.end(end)).rejects.toMatchObject({
      messageKey: 'requirements.ofExercise',
    });
  });
});

describe('what is asked', () => {
  const standingWith = async (more: object) => {
    const person = await createPerson(test, { party: scene.nation });
    await earn(person, 400);
    const preview = await (await as(manager)).requirements.preview(
      asked({ subject: 'everyone', role: null, ...more }),
    );
    return preview.people.find(({ id }) => id === person.id)?.standing;
  };

  it('may bound how long evidence counts, whatever it says itself', async () => {
    expect(await standingWith({})).toBe('ready');
    expect(await standingWith({ validMonths: 24 })).toBe('ready');
    expect(await standingWith({ validMonths: 13 })).toBe('oneStep');
  });

  it('may concern who takes a version of a course', async () => {
    const person = await createPerson(test, { party: scene.nation });
    await test.worker.db.insert(enrolments).values({ id: newId(), personId: person.id, ...course });
    const subject = { subject: 'courseVersion', role: null, subjectId: course.versionId };
    const preview = await (await as(manager)).requirements.preview(asked(subject));
    expect(preview.people.map(({ id }) => id)).toContain(person.id);
  });
});
