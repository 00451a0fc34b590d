import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft } from '../../testing/courses.ts';
import { peopleScene } from '../../testing/people.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let manager: { id: string };
let courseId: string;
const as = (person: { id: string } | null) => callerAs(test, person);
const fails = (code: string) => expect.objectContaining({ code });
const dueAt = new Date(Date.now() + 20 * 86_400_000).toISOString();

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  const { nation, other } = scene;
  manager = await createPerson(test, {
    party: other,
    appointments: [{ role: 'trainingManager', scope: 'alliance' }],
  });
  await importDraft(test, courseDraft([pageDraft('a'), pageDraft('b')]), [nation, other]);
  const [course] = await test.worker.db.select().from(courses);
  courseId = course?.id ?? '';
  const requirementId = newId();
  const titles = { en: 'Everybody', fr: 'Tout le monde' };
  await test.worker.db.insert(requirements).values({ id: requirementId, titles, subject: 'everyone' });
  await test.worker.db.insert(requirementNeeds).values([
    { id: newId(), requirementId, position: 0, kind: 'credential', courseId },
    { id: newId(), requirementId, position: 1, kind: 'attestation', level: 1 },
  ]);
});
afterAll(() => test.close());

const lineOf = async (reader: { id: string }, personId: string, partyId = scene.nation.id) =>
  (await (await as(reader)).readiness.page({ partyId })).lines.find((line) => line.personId === personId);

describe('the readiness of a party', () => {
  it('is open to who looks after it and manages training, and to nobody else', async () => {
    const { nation, other, coordinator, officer, administrator, stranger } = scene;
    const partyId = nation.id;
    for (const reader of [coordinator, officer, administrator, manager])
      expect((await (await as(reader)).readiness.page({ partyId })).party?.id).toBe(partyId);
    for (const [reader, party] of [
      [stranger, partyId],
      [coordinator, other.id],
      [officer, other.id],
    ] as const)
      await expect((await as(reader)).readiness.page({ partyId: party })).rejects.toEqual(fails('NOT_FOUND'));
    await expect((await as(null)).readiness.page({ partyId })).rejects.toEqual(fails('UNAUTHORIZED'));
  });

  it('lists several parties by their codes', async () => {
    const page = await (await as(manager)).readiness.page({});
    const codes = page.parties.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(page.lines).toEqual([]);
  });

  it('says of each person what is missing', async () => {
    const person = await createPerson(test, { party: scene.nation, level: 1 });
    expect(await lineOf(scene.coordinator, person.id)).toMatchObject({ standing: 'oneStep', missing: 1 });
    expect(await (await as(person)).readiness.mine()).toMatchObject({
      standing: 'oneStep',
      next: { column: `course:${courseId}`, step: 'begin' },
    });
  });
});

describe('sending what is missing', () => {
  const send = async (by: { id: string }, personIds: string[], commandId = randomUUID()) =>
    (await as(by)).readiness.send({ commandId, partyId: scene.nation.id, personIds, dueAt });
  const pathsOf = (personId: string) =>
    test.worker.db.select().from(enrolments).where(eq(enrolments.personId, personId));

  it('enrols once, tells the exact place, and says what it could not do', async () => {
    const person = await createPerson(test, { party: scene.nation });
    const commandId = randomUUID();
    const first = await send(scene.coordinator, [person.id], commandId);
    expect(first.lines.map(({ outcome }) => outcome).sort()).toEqual(['attestation', 'enrolled']);
    expect(await send(scene.coordinator, [person.id], commandId)).toEqual(first);
    expect(await pathsOf(person.id)).toHaveLength(1);
    const told = await test.worker.db
      .select()
      .from(notifications)
      .where(and(eq(notifications.personId, person.id), eq(notifications.kind, 'courseSent')));
    expect(told.map(({ params }) => params.path)).toEqual(['/learn/locks/a']);
    const again = await send(scene.coordinator, [person.id]);
    expect(again.lines.map(({ outcome }) => outcome).sort()).toEqual(['attestation', 'reminded']);
  });

  it('by two coordinators at once makes one path', async () => {
    const person = await createPerson(test, { party: scene.nation, level: 1 });
    const answers = await Promise.all([send(scene.coordinator, [person.id]), send(manager, [person.id])]);
    expect(answers.flatMap(({ lines }) => lines.map(({ outcome }) => outcome)).sort()).toEqual([
      'enrolled',
      'reminded',
    ]);
    expect(await pathsOf(person.id)).toHaveLength(1);
  });

  it('keeps an earlier path as evidence', async () => {
    const person = await createPerson(test, { party: scene.nation, level: 1 });
    await send(scene.coordinator, [person.id]);
    const completedAt = new Date();
    await test.worker.db.update(enrolments).set({ completedAt }).where(eq(enrolments.personId, person.id));
    await send(scene.coordinator, [person.id]);
    const paths = await pathsOf(person.id);
    expect(paths.map((path) => [path.completedAt !== null, path.supersededAt !== null]).sort()).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('is not for a security officer, nor for other parties, nor reaches their people', async () => {
    const foreign = await createPerson(test, { party: scene.other });
    await expect(send(scene.officer, [scene.coordinator.id])).rejects.toEqual(fails('FORBIDDEN'));
    await expect(send(scene.stranger, [foreign.id])).rejects.toEqual(fails('NOT_FOUND'));
    expect((await send(scene.coordinator, [foreign.id])).lines).toEqual([]);
    expect(await pathsOf(foreign.id)).toEqual([]);
  });
});
