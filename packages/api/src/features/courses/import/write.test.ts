import { activities, activityTexts, courseVersions, questions } from '@concord/db/schema/courses';
import { activityProgress, enrolments } from '@concord/db/schema/learning';
import { files } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../../testing/caller.ts';
import { courseDraft, dot, importDraft, pageDraft, quizDraft } from '../../../testing/courses.ts';

let test: TestDatabase;
let party: { id: string };

beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const command = () => crypto.randomUUID();

async function textOf(slug: string, key: string) {
  const { id } = await courseOf(slug);
  const [row] = await test.worker.db
    .select({ html: activityTexts.html, headings: activityTexts.headings, hash: activityTexts.sourceHash })
    .from(activityTexts)
    .innerJoin(activities, eq(activities.id, activityTexts.activityId))
    .innerJoin(courseVersions, eq(courseVersions.id, activities.versionId))
    .where(and(eq(courseVersions.courseId, id), eq(activities.key, key), eq(activityTexts.language, 'en')));
  return row;
}

async function courseOf(slug: string) {
  const api = await callerAs(test, await createPerson(test, { party }));
  return api.courses.page({ course: slug });
}

describe('an import', () => {
  it('renders pages once, stores images as files and keeps links between lessons', async () => {
    const page = pageDraft(
      'walls',
      '## What a wall is\n\n![A wall](images/wall.png) See [doors](doors.md#hinges).',
    );
    const draft = courseDraft([page, pageDraft('doors')], {
      slug: 'walls',
      images: [{ path: 'images/wall.png', bytes: dot }],
    });
    const outcome = await importDraft(test, draft, [party]);
    expect(outcome).toMatchObject({ change: 'created', version: 1, imagesStored: 1, imagesReused: 0 });
    const text = await textOf('walls', 'walls');
    expect(text?.html).toMatch(/<img src="\/api\/files\/[0-9a-f-]{36}" alt="A wall"/);
    expect(text?.html).toContain('href="/learn/walls/doors#hinges"');
    expect(text?.headings).toEqual([{ id: 'md-what-a-wall-is', text: 'What a wall is', depth: 2 }]);
  });

  it('leaves the words of an image that is not there', async () => {
    const page = pageDraft('a', '![A picture of a gate](images/gone.png)');
    await importDraft(test, courseDraft([page], { slug: 'gone' }), [party]);
    expect((await textOf('gone', 'a'))?.html).toBe('<p>A picture of a gate</p>');
  });

  it('writes questions as HTML, a choice without a paragraph around it', async () => {
    await importDraft(test, courseDraft([quizDraft('check')], { slug: 'asked' }), [party]);
    const [row] = await test.worker.db.select().from(questions);
    expect(row?.texts.en).toMatchObject({
      promptHtml: '<p>Is it <strong>so</strong>?</p>',
      choices: { yes: { html: 'Yes, <code>it</code> is', feedbackHtml: '<p>Right.</p>' } },
    });
  });

  it('changes nothing when it is the same, whatever the order of its keys', async () => {
    const draft = courseDraft([pageDraft('a')], { slug: 'same' });
    await importDraft(test, draft, [party]);
    const again = Object.fromEntries(Object.entries(draft).reverse()) as typeof draft;
    expect(await importDraft(test, again, [party])).toMatchObject({ change: 'unchanged', version: 1 });
  });

  it('takes the marking along even when the course is the same', async () => {
    const draft = courseDraft([pageDraft('a')], { slug: 'marked' });
    await importDraft(test, draft, [party]);
    const other = await createParty(test);
    await importDraft(test, draft, [other]);
    await expect(courseOf('marked')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('uses images that the course holds already', async () => {
    const images = [
      { path: 'one.png', bytes: dot },
      { path: 'two.png', bytes: dot },
    ];
    const draft = courseDraft([pageDraft('a', '![](one.png) ![](two.png)')], { slug: 'pictures', images });
    const first = await importDraft(test, draft, [party]);
    expect(first).toMatchObject({ imagesStored: 1 });
    const second = await importDraft(test, { ...draft, minutes: 21 }, [party]);
    expect(second).toMatchObject({ change: 'updated', version: 2, imagesStored: 0, imagesReused: 1 });
    const stored = await test.worker.db.select().from(files).where(eq(files.containerId, first.courseId));
    expect(stored).toHaveLength(1);
  });

  it('leaves out what nobody could take, and refuses what is nothing or ambiguous', async () => {
    const { quiz, ...rest } = quizDraft('empty');
    const empty = { ...rest, quiz: { passMark: 1, maxAttempts: null, shuffle: false, questions: [] } };
    expect(quiz).toBeDefined();
    await importDraft(test, courseDraft([pageDraft('a'), empty], { slug: 'partly' }), [party]);
    expect((await courseOf('partly')).units[0]?.activities.map(({ key }) => key)).toEqual(['a']);
    const nothing = courseDraft([empty], { slug: 'nothing' });
    await expect(importDraft(test, nothing, [party])).rejects.toMatchObject({ messageKey: 'course.empty' });
    const twice = courseDraft([pageDraft('a'), pageDraft('a')], { slug: 'twice' });
    await expect(importDraft(test, twice, [party])).rejects.toMatchObject({ messageKey: 'course.keyTwice' });
  });
});

describe('a changed course', () => {
  async function learner(slug: string, done: string[]) {
    const person = await createPerson(test, { party });
    const api = await callerAs(test, person);
    const course = await api.courses.page({ course: slug });
    const { enrolmentId } = await api.enrolments.enrol({ commandId: command(), courseId: course.id });
    for (const { id, key } of course.units.flatMap((unit) => unit.activities)) {
      if (done.includes(key))
        await api.enrolments.complete({ commandId: command(), enrolmentId, activityId: id });
    }
    return { api, enrolmentId, activities: course.units.flatMap((unit) => unit.activities) };
  }

  it('takes learners along with their progress, and where they were', async () => {
    const draft = courseDraft([pageDraft('a'), pageDraft('b'), pageDraft('c')], { slug: 'moves' });
    await importDraft(test, draft, [party]);
    const { api, enrolmentId, activities } = await learner('moves', ['a']);
    const activityId = activities[1]?.id ?? '';
    await api.enrolments.see({ commandId: command(), enrolmentId, activityId, anchor: 'md-x~3' });
    const next = courseDraft([pageDraft('new'), pageDraft('b'), pageDraft('a')], { slug: 'moves' });
    const outcome = await importDraft(test, next, [party]);
    expect(outcome).toMatchObject({ version: 2, enrolments: { moved: 1, stayed: 0 } });
    const page = await api.courses.page({ course: 'moves' });
    expect(page.version.number).toBe(2);
    expect(page.progress).toMatchObject({ done: 1, total: 3 });
    expect(page.continueAt).toEqual({ key: 'b', anchor: 'md-x~3' });
  });

  it('leaves learners on the version they began when something they completed has gone', async () => {
    await importDraft(test, courseDraft([pageDraft('a'), pageDraft('b')], { slug: 'stays' }), [party]);
    const { api } = await learner('stays', ['a']);
    const next = courseDraft([pageDraft('b'), pageDraft('c')], { slug: 'stays' });
    expect((await importDraft(test, next, [party])).enrolments).toEqual({ moved: 0, stayed: 1 });
    const page = await api.courses.page({ course: 'stays' });
    expect(page.version.number).toBe(1);
    expect((await api.courses.activity({ course: 'stays', activity: 'a' })).activity.text?.html).toContain(
      'Words',
    );
    const rows = await test.worker.db.select().from(activityProgress);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('leaves what was completed as it was completed', async () => {
    await importDraft(test, courseDraft([pageDraft('a')], { slug: 'earned' }), [party]);
    const { enrolmentId } = await learner('earned', ['a']);
    const next = courseDraft([pageDraft('a'), pageDraft('b')], { slug: 'earned' });
    expect((await importDraft(test, next, [party])).enrolments).toEqual({ moved: 0, stayed: 0 });
    const [row] = await test.worker.db.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
    expect(row?.completedAt).not.toBeNull();
  });
});
