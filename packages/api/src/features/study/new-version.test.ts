import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authoringScene, once } from '../../testing/authoring.ts';
import { findPassage, passageOf } from './rules.ts';

type Scene = Awaited<ReturnType<typeof authoringScene>>;
type Api = Awaited<ReturnType<Scene['as']>>;

let test: TestDatabase;
let scene: Scene;
let moved: Api;
let done: Api;
beforeAll(async () => {
  test = await testDatabase();
  scene = await authoringScene(test);
  [moved, done] = [await marked(), await marked()];
});
afterAll(() => test.close());

const at = (activity: string) => ({ course: scene.slug, activity });

/** A learner with a mark and its note on the first page, and a note on the second. */
async function marked(): Promise<Api> {
  const api = await scene.as(await createPerson(test, { party: scene.nation }));
  await api.enrolments.enrol(once({ courseId: scene.courseId }));
  const words = { language: 'en', note: 'Ask which one.' };
  await api.study.add(once({ ...at('a'), ...words, passage: passageOf('A One.', 2, 6) }));
  await api.study.add(once({ ...at('b'), ...words, passage: null }));
  return api;
}

/** The next version: the first page has more words before those that were marked, the second page is gone. */
async function publishWithout(): Promise<void> {
  const { authoring } = await scene.as(scene.director);
  const { courseId, slug: course } = scene;
  await authoring.startVersion(once({ courseId }));
  const { units } = await authoring.course({ course });
  const [first, second] = units[0]?.activities ?? [];
  const text = { courseId, activityId: first?.id ?? '', language: 'en', follows: null };
  const base = (await authoring.activity({ course, activity: 'a' })).texts.en?.hash ?? null;
  await authoring.saveText(once({ ...text, source: '## A\n\nZero. One.', base }));
  await authoring.remove(once({ courseId, part: 'activity' as const, id: second?.id ?? '' }));
  const { draft } = await authoring.publishing({ course });
  const wish = { courseId, notes: {}, moves: 'move' as const, requiresRetake: false };
  await authoring.publish(once({ ...wish, revision: draft?.revision ?? 0 }));
}

describe('what a learner marked and noted', () => {
  it('comes along to a new version of the course, and is found in its words again', async () => {
    const before = await moved.study.course({ course: scene.slug });
    const page = await done.courses.activity(at('b'));
    await done.enrolments.complete(
      once({ enrolmentId: page.enrolment?.id ?? '', activityId: page.activity.id }),
    );
    await publishWithout();
    expect((await moved.courses.page({ course: scene.slug })).version.number).toBe(2);
    const after = await moved.study.course({ course: scene.slug });
    expect(after.notes.map(({ id, note, passage }) => ({ id, note, passage }))).toEqual(
      before.notes.map(({ id, note, passage }) => ({ id, note, passage })),
    );
    const [mark] = (await moved.study.notes(at('a'))).notes;
    expect(mark?.passage && findPassage('A Zero. One.', mark.passage)).toEqual({ start: 8, end: 12 });
  });

  it('on a page that is gone stays in their list, under no title', async () => {
    const { notes } = await moved.study.course({ course: scene.slug });
    expect(notes.map(({ activity }) => activity)).toEqual([
      { key: 'a', title: expect.any(String) },
      { key: 'b', title: null },
    ]);
  });

  it('stays where it was for who goes on in the version before', async () => {
    expect((await done.courses.page({ course: scene.slug })).version.number).toBe(1);
    const { notes } = await done.study.course({ course: scene.slug });
    expect(notes.map(({ activity }) => activity.title)).toEqual([expect.any(String), expect.any(String)]);
    expect((await done.study.notes(at('b'))).notes).toHaveLength(1);
  });
});
