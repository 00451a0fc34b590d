import { activityProgress, attempts, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWorker } from '../../context.ts';
import { authoringScene, once } from '../../testing/authoring.ts';
import { servicesOf } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft, quizDraft } from '../../testing/courses.ts';
import { importCourse } from '../courses/import/write.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'OK',
    (error: { code?: string; messageKey?: string }) => error.messageKey ?? error.code,
  );

type Scene = Awaited<ReturnType<typeof authoringScene>>;

/** A learner who has read the first page, and one who is in the middle of the quiz. */
async function underWay(scene: Scene) {
  const { createPerson } = await import('@concord/db/testing/fixtures');
  const enrolled = async () => {
    const person = await createPerson(test, { party: scene.nation });
    const caller = await scene.as(person);
    const { enrolmentId } = await caller.enrolments.enrol(once({ courseId: scene.courseId }));
    return { caller, enrolmentId };
  };
  const reader = await enrolled();
  const taker = await enrolled();
  const page = await reader.caller.courses.activity({ course: scene.slug, activity: 'a' });
  await reader.caller.enrolments.complete(
    once({ enrolmentId: reader.enrolmentId, activityId: page.activity.id }),
  );
  const quiz = await taker.caller.courses.activity({ course: scene.slug, activity: 'check' });
  await taker.caller.quizzes.start(once({ enrolmentId: taker.enrolmentId, activityId: quiz.activity.id }));
  return { reader, taker };
}

const versionOf = async (enrolmentId: string) => {
  const [row] = await test.worker.db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
  return row?.versionId;
};

async function startAndPublish(scene: Scene, moves: 'stay' | 'move') {
  const { authoring } = await scene.as(scene.director);
  const { courseId, slug: course } = scene;
  const { versionId } = await authoring.startVersion(once({ courseId }));
  const { units } = await authoring.course({ course });
  await authoring.addActivity(
    once({ courseId, unitId: units[0]?.id ?? '', kind: 'page' as const, title: 'New', at: 0 }),
  );
  const added = await authoring.activity({ course, activity: 'new' });
  const text = {
    courseId,
    activityId: added.activity.id,
    language: 'en',
    source: 'Words.',
    base: null,
    follows: null,
  };
  await authoring.saveText(once(text));
  const { draft } = await authoring.publishing({ course });
  const wish = {
    courseId,
    revision: draft?.revision ?? 0,
    notes: { en: 'One more page.' },
    moves,
    requiresRetake: false,
  };
  return { versionId, wish, authoring };
}

describe('publishing', () => {
  it('leaves learners on their version, or moves who can go: progress by key, a running attempt stays', async () => {
    const scene = await authoringScene(test);
    const { reader, taker } = await underWay(scene);
    const first = await startAndPublish(scene, 'stay');
    const before = await versionOf(reader.enrolmentId);
    await first.authoring.publish(once(first.wish));
    expect(await versionOf(reader.enrolmentId)).toBe(before);
    const second = await startAndPublishAgain(scene);
    expect(second.learners).toEqual({ moved: 1, stayed: 1 });
    expect(await versionOf(reader.enrolmentId)).toBe(second.versionId);
    expect(await versionOf(taker.enrolmentId)).toBe(before);
    const done = await test.worker.db
      .select()
      .from(activityProgress)
      .where(eq(activityProgress.enrolmentId, reader.enrolmentId));
    expect(done).toHaveLength(1);
    const page = await reader.caller.courses.page({ course: scene.slug });
    expect(page.units[0]?.activities.filter(({ completed }) => completed).map(({ key }) => key)).toEqual([
      'a',
    ]);
    const [running] = await test.worker.db
      .select()
      .from(attempts)
      .where(eq(attempts.enrolmentId, taker.enrolmentId));
    expect(running?.submittedAt).toBeNull();
    expect(await code(taker.caller.courses.activity({ course: scene.slug, activity: 'check' }))).toBe('OK');
  });

  async function startAndPublishAgain(scene: Scene) {
    const { authoring } = await scene.as(scene.manager);
    const { versionId } = await authoring.startVersion(once({ courseId: scene.courseId }));
    const { draft } = await authoring.publishing({ course: scene.slug });
    const wish = { courseId: scene.courseId, notes: {}, moves: 'move' as const, requiresRetake: true };
    const done = await authoring.publish(once({ ...wish, revision: draft?.revision ?? 0 }));
    return { versionId, ...done };
  }

  it('is refused where something is missing, where the draft changed since it was looked at, and twice', async () => {
    const scene = await authoringScene(test);
    const { authoring, wish } = await startAndPublish(scene, 'stay');
    const { courseId, slug: course } = scene;
    const instructor = await scene.as(scene.instructor);
    expect(await code(instructor.authoring.publish(once(wish)))).toBe('forbidden');
    await authoring.addUnit(once({ courseId, title: 'Empty', at: 5 }));
    expect(await code(authoring.publish(once(wish)))).toBe('authoring.draftChanged');
    const now = (await authoring.publishing({ course })).draft?.revision ?? 0;
    expect(await code(authoring.publish(once({ ...wish, revision: now })))).toBe('authoring.notReady');
    const { units } = await authoring.course({ course });
    await authoring.remove(once({ courseId, part: 'unit' as const, id: units.at(-1)?.id ?? '' }));
    const revision = (await authoring.publishing({ course })).draft?.revision ?? 0;
    const command = once({ ...wish, revision });
    expect(await authoring.publish(command)).toEqual(await authoring.publish(command));
    expect(await code(authoring.publish(once({ ...wish, revision })))).toBe('authoring.noDraft');
  });

  it('makes the version immutable, and says what is different from the one before', async () => {
    const scene = await authoringScene(test);
    const { authoring, wish } = await startAndPublish(scene, 'stay');
    const { courseId, slug: course } = scene;
    const { activity } = await authoring.activity({ course, activity: 'new' });
    await authoring.publish(once(wish));
    const text = {
      courseId,
      activityId: activity.id,
      language: 'en',
      source: 'Other.',
      base: null,
      follows: null,
    };
    expect(await code(authoring.saveText(once(text)))).toBe('authoring.noDraft');
    await authoring.startVersion(once({ courseId }));
    expect(await code(authoring.saveText(once(text)))).toBe('notFound');
    const { parts } = await authoring.compare({ course, from: 1, to: 2 });
    expect(parts).toEqual([
      expect.objectContaining({ key: 'new', change: 'added', words: [{ kind: 'added', text: 'Words.' }] }),
    ]);
    const preview = await authoring.preview({ course, activity: 'new' });
    expect(preview).toMatchObject({ preview: true, enrolment: null, activity: { key: 'new' } });
    const learner = await scene.as(scene.learner);
    expect(await code(learner.authoring.preview({ course, activity: 'new' }))).toBe('notFound');
  });
});

describe('an import of a course that was edited since', () => {
  it('changes nothing with the same files, and asks before it goes over what authors wrote', async () => {
    const draft = (english: string) =>
      courseDraft([pageDraft('a', english), quizDraft('check')], { slug: 'security' });
    const scene = await authoringScene(test);
    await importDraft(test, draft('One.'), [scene.nation]);
    const { authoring } = await scene.as(scene.manager);
    const { course } = await authoring.course({ course: 'security' });
    await authoring.startVersion(once({ courseId: course.id }));
    expect((await importDraft(test, draft('One.'), [scene.nation])).change).toBe('unchanged');
    expect(await code(importDraft(test, draft('Two.'), [scene.nation]))).toBe('course.draftOpen');
    const { draft: own } = await authoring.publishing({ course: 'security' });
    const wish = { courseId: course.id, notes: {}, moves: 'stay' as const, requiresRetake: false };
    await authoring.publish(once({ ...wish, revision: own?.revision ?? 0 }));
    expect((await importDraft(test, draft('One.'), [scene.nation])).change).toBe('unchanged');
    expect(await code(importDraft(test, draft('Two.'), [scene.nation]))).toBe('course.edited');
    await authoring.startVersion(once({ courseId: course.id }));
    const { id } = scene.nation;
    const marking = { level: 0, releasableTo: [id], onlyFor: [], caveats: [], originator: id };
    const over = await asWorker(servicesOf(test), (ctx) =>
      importCourse(ctx, draft('Two.'), { marking, overEdits: true }),
    );
    expect(over).toMatchObject({ change: 'updated', version: 4 });
    expect((await authoring.course({ course: 'security' })).draft).toBeNull();
  });
});
