import { newId } from '@concord/db/ids';
import { cohortParties, cohorts } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft, quizDraft } from '../../testing/courses.ts';

type Api = Awaited<ReturnType<typeof callerAs>>;
let test: TestDatabase;
let home: { id: string };
let elsewhere: { id: string };
let reader: Api;
let stranger: Api;
let administrator: Api;

const notFound = { code: 'NOT_FOUND' };

beforeAll(async () => {
  test = await testDatabase();
  [home, elsewhere] = [await createParty(test), await createParty(test)];
  reader = await callerAs(test, await createPerson(test, { party: home }));
  stranger = await callerAs(test, await createPerson(test, { party: elsewhere }));
  const appointments = [{ role: 'administrator' as const, scope: 'alliance' as const }];
  administrator = await callerAs(test, await createPerson(test, { party: home, appointments }));
  const pages = [pageDraft('walls', 'In English.', 'En français.'), pageDraft('doors'), quizDraft('check')];
  await importDraft(test, courseDraft(pages), [home]);
  const texts = (title: string) => ({ title, summary: '', audience: '', objectives: [], description: '' });
  for (const title of ['Élan', 'Zebra', 'apple']) {
    const values = {
      slug: title.normalize('NFD').replace(/\W/g, '').toLowerCase(),
      languages: ['en'],
      category: 'practice',
    };
    await importDraft(test, courseDraft([pageDraft('a')], { ...values, texts: { en: texts(title) } }), [
      home,
    ]);
  }
});
afterAll(() => test.close());

const titles = async (input: Parameters<Api['courses']['catalogue']>[0]) =>
  (await reader.courses.catalogue(input)).courses.map(({ title }) => title);

describe('the catalogue', () => {
  it('is in the order of titles, whatever their case and accents', async () => {
    expect(await titles({})).toEqual(['apple', 'Élan', 'Locks and keys', 'Zebra']);
  });
  it('finds words of title and summary without accents, all of them', async () => {
    expect(await titles({ words: 'elan' })).toEqual(['Élan']);
    expect(await titles({ words: 'DÔES  lock' })).toEqual(['Locks and keys']);
    expect(await titles({ words: 'lock zebra' })).toEqual([]);
    expect(await titles({ words: '100%_' })).toEqual([]);
  });
  it('filters by subject and language, in which titles then are', async () => {
    expect(await titles({ category: 'practice' })).toEqual(['apple', 'Élan', 'Zebra']);
    expect(await titles({ language: 'fr' })).toEqual(['Serrures et clés']);
  });
  it('goes on after the last course of the page before', async () => {
    const all = (await reader.courses.catalogue({})).courses;
    const { title = '', id = '' } = all[1] ?? {};
    expect(await titles({ after: { title, id } })).toEqual(['Locks and keys', 'Zebra']);
  });
  it('shows nothing of what may not be read, not even a subject', async () => {
    expect(await stranger.courses.catalogue({})).toEqual({
      courses: [],
      next: null,
      categories: [],
      languages: [],
    });
  });
  it('asks for a sign-in', async () => {
    const nobody = await callerAs(test, null);
    await expect(nobody.courses.catalogue({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});

describe('a course page', () => {
  it('says what the course is, by slug and by id', async () => {
    const page = await reader.courses.page({ course: 'locks' });
    expect(page).toMatchObject({
      title: 'Locks and keys',
      level: { rank: 0, name: 'ALLIANCE UNCLASSIFIED' },
      licence: 'CC-BY-4.0',
      attribution: { author: 'Somebody' },
      objectives: ['Know it.'],
      progress: { done: 0, total: 3, minutesLeft: 13 },
      enrolment: null,
      can: { enrol: true, read: false },
    });
    expect(page.units[0]?.activities[2]).toMatchObject({ kind: 'quiz', questions: 1 });
    expect((await reader.courses.page({ course: page.id })).slug).toBe('locks');
  });
  it('names the next cohort that has seats for one’s party', async () => {
    const { id: courseId } = await reader.courses.page({ course: 'locks' });
    const cohort = async (name: string, days: number, party: string) => {
      const startsAt = new Date(Date.now() + days * 86_400_000);
      const [row] = await test.worker.db
        .insert(cohorts)
        .values({ id: newId(), courseId, nameEn: name, nameFr: `${name} (fr)`, startsAt })
        .returning();
      await test.worker.db
        .insert(cohortParties)
        .values({ cohortId: row?.id ?? '', partyId: party, seats: 2 });
    };
    await cohort('Another party’s', 1, elsewhere.id);
    await cohort('Past', -1, home.id);
    await cohort('Later', 9, home.id);
    await cohort('Next', 3, home.id);
    const { openCohorts } = await reader.courses.page({ course: 'locks' });
    expect(openCohorts.map(({ name }) => name)).toEqual(['Next', 'Later']);
  });
  it('names who directs and teaches it now, to whom may read it', async () => {
    const { id: courseId } = await reader.courses.page({ course: 'locks' });
    const held = (role: 'courseDirector' | 'instructor', until: Date | null = null) => ({
      ...{ role, scope: 'course' as const, scopeId: courseId, until },
    });
    const director = await createPerson(test, { party: elsewhere, appointments: [held('courseDirector')] });
    const teacher = await createPerson(test, { party: home, appointments: [held('instructor')] });
    await createPerson(test, {
      party: home,
      appointments: [held('instructor', new Date(Date.now() - 1000))],
    });
    const { staff } = await reader.courses.page({ course: 'locks' });
    expect(staff.map(({ id, role }) => [id, role])).toEqual([
      [director.id, 'courseDirector'],
      [teacher.id, 'instructor'],
    ]);
  });
  it('is not there for others', async () => {
    await expect(stranger.courses.page({ course: 'locks' })).rejects.toMatchObject(notFound);
    await expect(reader.courses.page({ course: 'no-such-course' })).rejects.toMatchObject(notFound);
  });
});

describe('an activity', () => {
  const walls = { course: 'locks', activity: 'walls' };

  it('is not there for who is not enrolled, nor under another marking', async () => {
    await expect(reader.courses.activity(walls)).rejects.toMatchObject(notFound);
    await expect(stranger.courses.activity(walls)).rejects.toMatchObject(notFound);
  });
  it('is there for an administrator with the second factor', async () => {
    const page = await administrator.courses.activity(walls);
    expect(page).toMatchObject({ enrolment: null, position: 1, previous: null, next: { key: 'doors' } });
    expect(page.activity.text).toMatchObject({ language: 'en', html: '<p>In English.</p>' });
  });
  it('is in the language asked for, or in its own where it has no other', async () => {
    const french = await administrator.courses.activity({ ...walls, language: 'fr' });
    expect(french).toMatchObject({
      language: 'fr',
      activity: { title: 'walls (fr)', text: { language: 'fr' } },
    });
    const doors = await administrator.courses.activity({ ...walls, activity: 'doors', language: 'fr' });
    expect(doors).toMatchObject({ language: 'fr', activity: { title: 'doors', text: { language: 'en' } } });
    const polish = await administrator.courses.activity({ ...walls, language: 'pl' });
    expect(polish.language).toBe('en');
  });
  it('is not there when the course has no such thing', async () => {
    await expect(administrator.courses.activity({ ...walls, activity: 'roofs' })).rejects.toMatchObject(
      notFound,
    );
  });
});
