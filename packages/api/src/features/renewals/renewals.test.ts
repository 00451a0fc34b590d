import { newId } from '@concord/db/ids';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { renewals, requirementNeeds, requirements } from '@concord/db/schema/requirements';
import { notifications } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft } from '../../testing/courses.ts';
import { peopleScene } from '../../testing/people.ts';
import { keepRenewals } from './jobs.ts';

const DAY = 86_400_000;
let test: TestDatabase;
let scene: Awaited<ReturnType<typeof peopleScene>>;
let course: { courseId: string; versionId: string };
let requirementId: string;
const db = () => test.worker.db;

beforeAll(async () => {
  test = await testDatabase();
  scene = await peopleScene(test);
  await importDraft(test, courseDraft([pageDraft('a')]), [scene.nation, scene.other]);
  const [row] = await db()
    .select({ courseId: courses.id, versionId: courseVersions.id })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseId, courses.id));
  course = row ?? { courseId: '', versionId: '' };
});
afterAll(() => test.close());

beforeEach(async () => {
  await db().update(requirements).set({ archivedAt: new Date() });
  requirementId = newId();
  const titles = { en: 'Everybody', fr: 'Tout le monde' };
  const policy = { renewalDays: 60, remindDays: [30, 7] };
  const of = { subject: 'everyone' as const, partyIds: [scene.nation.id] };
  await db()
    .insert(requirements)
    .values({ id: requirementId, titles, ...of, ...policy });
  const need = { position: 0, kind: 'credential' as const, courseId: course.courseId };
  await db()
    .insert(requirementNeeds)
    .values({ id: newId(), requirementId, ...need });
});

/** A person with a completed path whose credential ends in so many days. */
async function holder(endsInDays: number) {
  const person = await createPerson(test, { party: scene.nation });
  const enrolmentId = newId();
  const of = { personId: person.id, ...course };
  const issuedAt = new Date(Date.now() - 300 * DAY);
  await db()
    .insert(enrolments)
    .values({ id: enrolmentId, ...of, completedAt: issuedAt });
  const validUntil = new Date(Date.now() + endsInDays * DAY);
  const credential = { id: newId(), enrolmentId, ...of, publicId: enrolmentId, issuedAt, validUntil };
  await db().insert(credentials).values(credential);
  return { person, credential };
}

const run = () => keepRenewals(servicesOf(test));
const openedOf = (personId: string) =>
  db()
    .select()
    .from(renewals)
    .where(and(eq(renewals.personId, personId), eq(renewals.requirementId, requirementId)));
const pathsOf = (personId: string) => db().select().from(enrolments).where(eq(enrolments.personId, personId));
const toldOf = async (personId: string, kind: string) =>
  (
    await db()
      .select()
      .from(notifications)
      .where(and(eq(notifications.personId, personId), eq(notifications.kind, kind)))
  ).length;

describe('the renewal of what ends', () => {
  it('opens within the days of the requirement, assigns the course again and tells both, once', async () => {
    const soon = await holder(40);
    const later = await holder(90);
    const before = await toldOf(scene.coordinator.id, 'renewalsOfParty');
    await Promise.all([run(), run()]);
    await run();
    expect(await openedOf(later.person.id)).toEqual([]);
    const opened = await openedOf(soon.person.id);
    expect(opened).toMatchObject([
      {
        credentialId: soon.credential.id,
        dueAt: soon.credential.validUntil,
        managerTold: true,
        reminded: [],
      },
    ]);
    const paths = await pathsOf(soon.person.id);
    expect(paths.map(({ supersededAt, requirementId: by }) => [supersededAt !== null, by]).sort()).toEqual([
      [false, requirementId],
      [true, null],
    ]);
    expect(paths.find(({ supersededAt }) => supersededAt === null)?.id).toBe(opened[0]?.enrolmentId);
    expect(await toldOf(soon.person.id, 'renewalOpened')).toBe(1);
    expect(await toldOf(scene.coordinator.id, 'renewalsOfParty')).toBe(before + 1);
  });

  it('never touches what was earned', async () => {
    const { credential } = await holder(-3);
    await run();
    const [kept] = await db().select().from(credentials).where(eq(credentials.id, credential.id));
    expect(kept).toMatchObject(credential);
  });

  it('earns dates of its own once the course is taken again, beside those of before', async () => {
    const { person, credential } = await holder(5);
    await run();
    const path = (await pathsOf(person.id)).find(({ completedAt }) => completedAt === null);
    const api = await callerAs(test, person);
    const { activity } = await api.courses.activity({ course: course.courseId, activity: 'a' });
    const done = { enrolmentId: path?.id ?? '', activityId: activity.id };
    await api.enrolments.complete({ commandId: newId(), ...done });
    const held = await db()
      .select()
      .from(credentials)
      .where(eq(credentials.personId, person.id))
      .orderBy(asc(credentials.issuedAt));
    expect(held).toHaveLength(2);
    expect(held[0]).toMatchObject(credential);
    expect(Date.now() - Number(held[1]?.issuedAt)).toBeLessThan(DAY);
    expect(Number(held[1]?.validUntil)).toBeGreaterThan(Number(credential.validUntil));
  });

  it('reminds by the policy until it is renewed, and once for what was missed', async () => {
    const { person } = await holder(5);
    await run();
    await run();
    expect(await toldOf(person.id, 'renewalDue')).toBe(1);
    expect((await openedOf(person.id)).map(({ reminded }) => [...reminded].sort())).toEqual([[30, 7]]);
    const early = await holder(20);
    await run();
    expect((await openedOf(early.person.id)).map(({ reminded }) => reminded)).toEqual([[30]]);
    const path = (await pathsOf(early.person.id)).find(({ completedAt }) => completedAt === null);
    const issued = { enrolmentId: path?.id ?? '', personId: early.person.id, courseId: course.courseId };
    await db()
      .insert(credentials)
      .values({ id: newId(), ...issued, publicId: newId(), issuedAt: new Date() });
    await db()
      .update(renewals)
      .set({ dueAt: new Date(Date.now() + 6 * DAY) })
      .where(eq(renewals.personId, early.person.id));
    await run();
    expect(await toldOf(early.person.id, 'renewalDue')).toBe(1);
  });

  it('leaves a path under way alone, and moves its date no later', async () => {
    const { person, credential } = await holder(30);
    await db().update(enrolments).set({ withdrawnAt: new Date() }).where(eq(enrolments.personId, person.id));
    const id = newId();
    await db()
      .insert(enrolments)
      .values({ id, personId: person.id, ...course });
    await run();
    const open = (await pathsOf(person.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(open).toMatchObject([{ id, dueAt: credential.validUntil }]);
  });

  it('is not for whom it is not asked, who has left, or what was taken back', async () => {
    const foreign = await holder(10);
    await db()
      .update(requirements)
      .set({ partyIds: [scene.other.id] })
      .where(eq(requirements.id, requirementId));
    await run();
    expect(await openedOf(foreign.person.id)).toEqual([]);
    const { person, credential } = await holder(10);
    await db().update(requirements).set({ partyIds: [] }).where(eq(requirements.id, requirementId));
    await db().update(credentials).set({ revokedAt: new Date() }).where(eq(credentials.id, credential.id));
    await run();
    expect(await openedOf(person.id)).toEqual([]);
  });

  it('opens when a new version asks to be taken again', async () => {
    const { person } = await holder(300);
    await run();
    expect(await openedOf(person.id)).toEqual([]);
    const [old] = await db().select().from(courseVersions).where(eq(courseVersions.id, course.versionId));
    const next = { ...old, id: newId(), courseId: course.courseId, number: 2, digest: newId() };
    await db()
      .insert(courseVersions)
      .values({ ...next, publishedAt: new Date(), requiresRetake: true });
    await run();
    expect(await openedOf(person.id)).toHaveLength(1);
    const open = (await pathsOf(person.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(open.map(({ versionId }) => versionId)).toEqual([next.id]);
  });
});
