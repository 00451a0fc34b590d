import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authoringScene, once } from '../../testing/authoring.ts';

let test: TestDatabase;
let scene: Awaited<ReturnType<typeof authoringScene>>;

beforeAll(async () => {
  test = await testDatabase();
  scene = await authoringScene(test);
});
afterAll(() => test.close());

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'OK',
    (error: { code?: string; messageKey?: string }) => error.messageKey ?? error.code,
  );

describe('who writes a course', () => {
  it.each(['learner', 'past', 'stranger'] as const)('is not the %s: none of it is there', async (who) => {
    const { authoring } = await scene.as(scene[who]);
    const { slug: course, courseId } = scene;
    const draft = once({ courseId });
    const calls = [
      authoring.course({ course }),
      authoring.facts({ course }),
      authoring.activity({ course, activity: 'a' }),
      authoring.publishing({ course }),
      authoring.compare({ course, from: 1, to: 1 }),
      authoring.render({ courseId, language: 'en', source: 'x' }),
      authoring.people({ course, words: 'te' }),
      authoring.startVersion(once({ courseId })),
      authoring.discard(draft),
      authoring.addUnit(once({ courseId, title: 'x', at: 0 })),
      authoring.publish(once({ courseId, revision: 1, notes: {}, moves: 'stay', requiresRetake: false })),
      authoring.appoint(once({ courseId, personId: scene.learner.id, role: 'instructor' })),
      authoring.newCourse(),
    ];
    expect(new Set(await Promise.all(calls.map(code)))).toEqual(new Set(['notFound']));
  });

  it('is its staff, managers of training and administrators', async () => {
    for (const who of ['director', 'instructor', 'manager', 'administrator'] as const) {
      const { authoring } = await scene.as(scene[who]);
      expect((await authoring.course({ course: scene.slug })).title).toBe('Locks and keys');
    }
    const instructor = await scene.as(scene.instructor);
    expect(await code(instructor.authoring.newCourse())).toBe('notFound');
    expect((await instructor.authoring.course({ course: scene.slug })).can).toEqual({
      publish: false,
      staff: false,
    });
  });

  it('an administrator without the second factor is nobody here', async () => {
    const { callerAs } = await import('../../testing/caller.ts');
    const weak = await callerAs(test, scene.administrator, { strength: 1 });
    expect(await code(weak.authoring.course({ course: scene.slug }))).toBe('notFound');
  });
});

describe('a new course', () => {
  it('is begun by a manager of training, once, and appoints its staff', async () => {
    const { authoring } = await scene.as(scene.manager);
    const wish = once({
      title: 'Signals',
      slug: 'signals',
      sourceLanguage: 'fr',
      category: 'signal-watch',
      audience: 'allies' as const,
      level: 0,
    });
    const made = await authoring.create(wish);
    expect(await authoring.create(wish)).toEqual(made);
    expect(await code(authoring.create({ ...wish, commandId: newId() }))).toBe('fields');
    const appoint = once({
      courseId: made.courseId,
      personId: scene.learner.id,
      role: 'instructor' as const,
    });
    const { appointmentId } = await authoring.appoint(appoint);
    const learner = await scene.as(scene.learner);
    expect((await learner.authoring.mine()).courses.map(({ slug }) => slug)).toEqual(['signals']);
    await learner.authoring.addUnit(once({ courseId: made.courseId, title: 'Un', at: 0 }));
    await authoring.dismiss(once({ courseId: made.courseId, appointmentId }));
    const later = await scene.as(scene.learner);
    expect(await code(later.authoring.course({ course: 'signals' }))).toBe('notFound');
    const { courses, categories } = await later.courses.catalogue({});
    expect(courses.map(({ slug }) => slug)).not.toContain('signals');
    expect(categories).not.toContain('signal-watch');
    expect(await code(later.courses.page({ course: 'signals' }))).toBe('notFound');
  });
});

describe('a draft', () => {
  it('is one copy of what is published, whoever begins it, with its slots and keys', async () => {
    const director = await scene.as(scene.director);
    const instructor = await scene.as(scene.instructor);
    const both = await Promise.all([
      director.authoring.startVersion(once({ courseId: scene.courseId })),
      instructor.authoring.startVersion(once({ courseId: scene.courseId })),
    ]);
    expect(both[0]).toEqual(both[1]);
    const { draft, units, languages } = await director.authoring.course({ course: scene.slug });
    expect(draft?.number).toBe(2);
    expect(units.map(({ activities }) => activities.map(({ key }) => key))).toEqual([['a', 'b', 'check']]);
    expect(units[0]?.activities[2]?.questionCount).toBe(1);
    expect(languages).toEqual([
      { language: 'en', missing: 0, stale: 0 },
      { language: 'fr', missing: 2, stale: 0 },
    ]);
  });

  it('is added to, put in another order, and gets back what was taken out', async () => {
    const { authoring } = await scene.as(scene.instructor);
    const { courseId, slug: course } = scene;
    const order = async () =>
      (await authoring.course({ course })).units.map(({ key, activities }) =>
        [key, ...activities.map((activity) => activity.key)].join(' '),
      );
    const unit = await authoring.addUnit(once({ courseId, title: 'Zweite Einheit', at: 9 }));
    const page = await authoring.addActivity(
      once({ courseId, unitId: unit.id, kind: 'page' as const, title: 'A', at: 0 }),
    );
    expect(page.key).toBe('a-2');
    const [one] = (await authoring.course({ course })).units;
    const b = one?.activities[1]?.id ?? '';
    await authoring.move(once({ courseId, part: 'activity' as const, id: b, unitId: unit.id, at: 0 }));
    await authoring.move(once({ courseId, part: 'unit' as const, id: unit.id, unitId: null, at: 0 }));
    expect(await order()).toEqual(['zweite-einheit b a-2', 'one a check']);
    const gone = await authoring.remove(once({ courseId, part: 'unit' as const, id: one?.id ?? '' }));
    expect(await order()).toEqual(['zweite-einheit b a-2']);
    await authoring.restore(once({ courseId, removalId: gone.removalId }));
    expect(await order()).toEqual(['zweite-einheit b a-2', 'one a check']);
    const text = await authoring.activity({ course, activity: 'a' });
    expect(text.texts.fr?.source).toBe('Un.');
    const made = await authoring.activity({ course, activity: 'a-2' });
    expect([text.published, made.published]).toEqual([true, false]);
    const quiz = await authoring.activity({ course, activity: 'check' });
    const { bank } = await scene.as(scene.instructor);
    expect((await bank.slots({ activityId: quiz.activity.id })).slots).toHaveLength(1);
    const moved = await authoring.remove(once({ courseId, part: 'activity' as const, id: b }));
    await authoring.restore(once({ courseId, removalId: moved.removalId }));
    expect(await order()).toEqual(['zweite-einheit b a-2', 'one a check']);
    await authoring.move(once({ courseId, part: 'activity' as const, id: b, unitId: one?.id ?? '', at: 1 }));
    await authoring.remove(once({ courseId, part: 'unit' as const, id: unit.id }));
    expect(await order()).toEqual(['one a b check']);
  });

  it('lets two authors write at once, and tells who comes too late', async () => {
    const { courseId, slug: course } = scene;
    const [one, two] = [await scene.as(scene.director), await scene.as(scene.instructor)];
    const start = await one.authoring.activity({ course, activity: 'a' });
    const save = (caller: typeof one, source: string, language = 'en') =>
      caller.authoring.saveText(
        once({
          courseId,
          activityId: start.activity.id,
          language,
          source,
          base: start.texts[language]?.hash ?? null,
          follows: null,
        }),
      );
    const results = await Promise.all([code(save(one, 'First.')), code(save(two, 'Second.'))]);
    expect(results.sort()).toEqual(['OK', 'authoring.changedMeanwhile']);
    const now = await two.authoring.activity({ course, activity: 'a' });
    expect(['First.', 'Second.']).toContain(now.texts.en?.source);
    expect(now.texts.en?.savedBy).toMatch(/^Test/);
    expect((await two.authoring.course({ course })).units[0]?.activities[0]?.states).toEqual({
      en: 'current',
      fr: 'stale',
    });
    expect(await code(save(two, 'Un, encore.', 'fr'))).toBe('OK');
    expect((await two.authoring.course({ course })).units[0]?.activities[0]?.states.fr).toBe('current');
    const rename = { courseId, part: 'activity' as const, id: start.activity.id, language: 'en' };
    expect(await code(one.authoring.rename(once({ ...rename, title: 'Start', base: 'a' })))).toBe('OK');
    expect(await code(two.authoring.rename(once({ ...rename, title: 'Begin', base: 'a' })))).toBe(
      'authoring.changedMeanwhile',
    );
  });

  it('renders what an author writes as learners get it, and only the course’s own files', async () => {
    const { authoring } = await scene.as(scene.director);
    const source = '> [!NOTE]\n> Look.\n\n![x](/api/files/00000000-0000-7000-8000-000000000000)';
    const { html, imagesMissing } = await authoring.render({
      courseId: scene.courseId,
      language: 'en',
      source,
    });
    expect(html).toContain('callout-note');
    expect(html).not.toContain('<img');
    expect(imagesMissing).toHaveLength(1);
  });

  it('takes and loses a language, and keeps the one it was written in', async () => {
    const { authoring } = await scene.as(scene.director);
    const { courseId, slug: course } = scene;
    await authoring.addLanguage(once({ courseId, language: 'de' }));
    const { languages } = await authoring.course({ course });
    expect(languages.map(({ language }) => language)).toEqual(['en', 'de', 'fr']);
    const { findings } = await authoring.publishing({ course });
    expect(findings).toContainEqual({ severity: 'error', code: 'titleMissing', language: 'de' });
    await authoring.removeLanguage(once({ courseId, language: 'de' }));
    expect(await code(authoring.removeLanguage(once({ courseId, language: 'en' })))).toBe(
      'authoring.sourceStays',
    );
  });

  it('keeps a video’s captions once they are WebVTT, and names the line where they are not', async () => {
    const { authoring } = await scene.as(scene.director);
    const { courseId, slug: course } = scene;
    const unitId = (await authoring.course({ course })).units[0]?.id ?? '';
    const made = await authoring.addActivity(
      once({ courseId, unitId, kind: 'video' as const, title: 'Film', at: 3 }),
    );
    const captions = (text: string) =>
      authoring.saveCaptions(once({ courseId, activityId: made.id, language: 'en', captions: text }));
    await expect(captions('WEBVTT\n\n00:01.000 -> 00:02.000\nHello')).rejects.toMatchObject({
      messageKey: 'authoring.captions.timing',
      params: { line: 3 },
    });
    const kept = await captions('WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n');
    expect(kept.settings).toMatchObject({ video: null, captions: { en: { name: 'film.en.vtt' } } });
    const elsewhere = { video: { fileId: newId(), name: 'x.mp4' }, captions: {} };
    const save = once({ courseId, activityId: made.id, base: kept.base, settings: elsewhere });
    expect(await code(authoring.saveSettings(save))).toBe('authoring.fileElsewhere');
    await authoring.remove(once({ courseId, part: 'activity' as const, id: made.id }));
  });
});
