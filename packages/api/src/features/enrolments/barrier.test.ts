import { newId } from '@concord/db/ids';
import { coursePrerequisites, courseVersions } from '@concord/db/schema/courses';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft, quizDraft } from '../../testing/courses.ts';

let test: TestDatabase;
let home: { id: string };
let basics: { courseId: string };
let advanced: { courseId: string };
let secret: { courseId: string };

const command = () => crypto.randomUUID();
const barred = {
  code: 'PRECONDITION_FAILED',
  messageKey: 'enrolment.prerequisite',
  params: { course: 'Basics' },
};
const about = (title: string) => ({
  en: { title, summary: '', audience: '', objectives: [], description: '' },
  fr: { title: `${title} (fr)`, summary: '', audience: '', objectives: [], description: '' },
});

beforeAll(async () => {
  test = await testDatabase();
  home = await createParty(test);
  const other = await createParty(test);
  const course = (slug: string, title: string, parties: { id: string }[]) =>
    importDraft(
      test,
      courseDraft([pageDraft('one'), pageDraft('two'), quizDraft('check'), pageDraft('last')], {
        slug,
        texts: about(title),
      }),
      parties,
    );
  basics = await course('basics', 'Basics', [home]);
  advanced = await course('advanced', 'Advanced', [home]);
  secret = await course('secret', 'Theirs alone', [other]);
  const behind = await course('behind', 'Behind what one may not see', [home]);
  await course('ordered', 'In order', [home]);
  const required = [
    { courseId: advanced.courseId, requiredCourseId: basics.courseId },
    { courseId: behind.courseId, requiredCourseId: secret.courseId },
  ];
  await test.worker.db.insert(coursePrerequisites).values(required);
  await test.worker.sql`update course_version set sequence = 'inOrder'
    where course_id = (select id from course where slug = 'ordered')`;
});
afterAll(() => test.close());

/** A person put on a course by somebody else: the way in that asks nothing. */
async function placed(slug: string, options: Parameters<typeof createPerson>[1] = { party: home }) {
  const person = await createPerson(test, options);
  const api = await callerAs(test, person);
  const page = await api.courses.page({ course: slug });
  const [version] = await test.worker.db
    .select()
    .from(courseVersions)
    .where(eq(courseVersions.courseId, page.id));
  const enrolmentId = newId();
  await test.worker.db
    .insert(enrolments)
    .values({ id: enrolmentId, personId: person.id, courseId: page.id, versionId: version?.id ?? '' });
  const ids = page.units.flatMap(({ activities }) => activities).map(({ id }) => id);
  const [one = '', two = '', check = '', last = ''] = ids;
  return { person, api, enrolmentId, courseId: page.id, one, two, check, last };
}

async function holds(personId: string, validUntil: Date | null, revokedAt: Date | null = null) {
  const db = test.worker.db;
  const [version] = await db
    .select()
    .from(courseVersions)
    .where(eq(courseVersions.courseId, basics.courseId));
  const [enrolmentId, courseId] = [newId(), basics.courseId];
  await db.insert(enrolments).values({ id: enrolmentId, personId, courseId, versionId: version?.id ?? '' });
  await db.insert(credentials).values({
    id: newId(),
    enrolmentId,
    personId,
    courseId,
    publicId: newId(),
    issuedAt: new Date(0),
    validUntil,
    revokedAt,
  });
}

describe('what a course asks for holds at every door', () => {
  it('enrolling by oneself', async () => {
    const person = await createPerson(test, { party: home });
    const api = await callerAs(test, person);
    const enrol = () => api.enrolments.enrol({ commandId: command(), courseId: advanced.courseId });
    await expect(enrol()).rejects.toMatchObject(barred);
    await holds(person.id, new Date(Date.now() + 86_400_000));
    expect(await enrol()).toHaveProperty('enrolmentId');
  });

  it('opening, being seen at, completing and starting a quiz, for who was placed in it', async () => {
    const { api, enrolmentId, one, check, person } = await placed('advanced');
    const page = await api.courses.activity({ course: 'advanced', activity: 'one' });
    expect(page.barrier).toEqual({
      kind: 'course',
      course: { slug: 'basics', title: 'Basics', language: 'en' },
    });
    expect(page.activity).toMatchObject({ text: null, media: null });
    expect(JSON.stringify(page)).not.toContain('Words.');
    const at = { enrolmentId, activityId: one };
    await expect(api.enrolments.see({ commandId: command(), ...at, anchor: null })).rejects.toMatchObject(
      barred,
    );
    await expect(api.enrolments.complete({ commandId: command(), ...at })).rejects.toMatchObject(barred);
    const start = () => api.quizzes.start({ commandId: command(), enrolmentId, activityId: check });
    await expect(start()).rejects.toMatchObject(barred);
    await holds(person.id, null);
    expect((await api.courses.activity({ course: 'advanced', activity: 'one' })).barrier).toBeNull();
    expect(await start()).toHaveProperty('attemptId');
  });

  it('with a credential that holds now: not expired, not revoked', async () => {
    for (const [until, revoked] of [
      [new Date(Date.now() - 1000), null],
      [null, new Date()],
    ] as const) {
      const { api, person, enrolmentId, one } = await placed('advanced');
      await holds(person.id, until, revoked);
      const complete = api.enrolments.complete({ commandId: command(), enrolmentId, activityId: one });
      await expect(complete).rejects.toMatchObject(barred);
      const page = await api.courses.page({ course: 'advanced' });
      expect(page.prerequisites).toMatchObject([{ met: false, course: { slug: 'basics' } }]);
      expect(page.continueAt?.key).toBe('one');
      expect(page.units[0]?.activities.every(({ locked }) => locked)).toBe(true);
    }
  });

  it('without the name of a course that one may not see', async () => {
    const { api, enrolmentId, one } = await placed('behind');
    const page = await api.courses.activity({ course: 'behind', activity: 'one' });
    expect(page.barrier).toEqual({ kind: 'course', course: null });
    const complete = api.enrolments.complete({ commandId: command(), enrolmentId, activityId: one });
    await expect(complete).rejects.toMatchObject({ messageKey: 'enrolment.prerequisiteHidden' });
    expect(JSON.stringify(await api.courses.page({ course: 'behind' }))).not.toContain('Theirs alone');
  });

  it('but not for staff, nor for who has completed the course', async () => {
    const appointments = [
      { role: 'instructor' as const, scope: 'course' as const, scopeId: advanced.courseId },
    ];
    const staff = await placed('advanced', { party: home, appointments });
    const complete = { commandId: command(), enrolmentId: staff.enrolmentId, activityId: staff.one };
    expect(await staff.api.enrolments.complete(complete)).toMatchObject({ activityId: staff.one });
    const done = await placed('advanced');
    await test.worker.db
      .update(enrolments)
      .set({ completedAt: new Date() })
      .where(eq(enrolments.id, done.enrolmentId));
    expect((await done.api.courses.activity({ course: 'advanced', activity: 'last' })).barrier).toBeNull();
  });
});

describe('a course that goes in order', () => {
  it('opens the next activity when the one before is done, at every door', async () => {
    const { api, enrolmentId, one, two, check, last } = await placed('ordered');
    const complete = (activityId: string) =>
      api.enrolments.complete({ commandId: command(), enrolmentId, activityId });
    const early = {
      code: 'PRECONDITION_FAILED',
      messageKey: 'enrolment.inOrder',
      params: { activity: 'one' },
    };
    await expect(complete(two)).rejects.toMatchObject(early);
    const see = { commandId: command(), enrolmentId, activityId: last, anchor: null };
    await expect(api.enrolments.see(see)).rejects.toMatchObject(early);
    const start = () => api.quizzes.start({ commandId: command(), enrolmentId, activityId: check });
    await expect(start()).rejects.toMatchObject(early);
    const page = await api.courses.activity({ course: 'ordered', activity: 'two' });
    expect(page.barrier).toEqual({ kind: 'activity', activity: { key: 'one', title: 'one' } });
    expect(page.activity.text).toBeNull();
    expect(page.units[0]?.activities.map(({ locked }) => locked)).toEqual([false, true, true, true]);
    expect((await api.enrolments.open())[0]?.place).toEqual({ key: 'one', anchor: null });
    await complete(one);
    await complete(two);
    expect(await start()).toHaveProperty('attemptId');
    await expect(complete(last)).rejects.toMatchObject({ params: { activity: 'check' } });
  });
});
