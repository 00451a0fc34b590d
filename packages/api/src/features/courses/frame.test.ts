import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createMarking, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authoringScene, once } from '../../testing/authoring.ts';
import { callerAs } from '../../testing/caller.ts';

const notFound = { code: 'NOT_FOUND' };
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

describe('what stands around every page of a course', () => {
  it('is its level, by name or by id, for whom its marking lets', async () => {
    const scene = await authoringScene(test);
    const input = { course: scene.slug };
    const learner = await scene.as(scene.learner);
    const lowest = { level: { rank: 0, name: 'ALLIANCE UNCLASSIFIED' } };
    expect(await learner.courses.frame(input)).toEqual(lowest);
    expect(await learner.courses.frame({ course: scene.courseId })).toEqual(lowest);
    const { id: markingId } = await createMarking(test, { level: 1, releasableTo: [scene.nation] });
    await test.worker.db.update(courses).set({ markingId }).where(eq(courses.id, scene.courseId));
    const cleared = await scene.as(await createPerson(test, { party: scene.nation, level: 1 }));
    expect(await cleared.courses.frame(input)).toEqual({ level: { rank: 1, name: 'ALLIANCE RESTRICTED' } });
    for (const other of [learner, await scene.as(scene.stranger)])
      await expect(other.courses.frame(input)).rejects.toMatchObject(notFound);
    await expect((await callerAs(test, null)).courses.frame(input)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
  });

  it('is there for its authors alone before the course is published', async () => {
    const scene = await authoringScene(test);
    const slug = `begun-${newId().slice(-8)}`;
    const { authoring, courses: own } = await scene.as(scene.manager);
    const wish = { slug, title: 'Begun', sourceLanguage: 'en', category: 'practice', level: 0 };
    await authoring.create(once({ ...wish, audience: 'everyone' as const }));
    expect(await own.frame({ course: slug })).toMatchObject({ level: { rank: 0 } });
    for (const other of [scene.learner, scene.director])
      await expect((await scene.as(other)).courses.frame({ course: slug })).rejects.toMatchObject(notFound);
  });
});
