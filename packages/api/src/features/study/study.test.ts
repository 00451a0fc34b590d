import { newId } from '@concord/db/ids';
import { studyNotes } from '@concord/db/schema/study';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';
import { passageOf } from './rules.ts';

const gone = { code: 'NOT_FOUND', messageKey: 'notFound' };
const TEXT = 'A gate is open. A gate is shut.';

let test: TestDatabase;
let party: { id: string };
let course: Awaited<ReturnType<typeof createQuizCourse>>;
let learner: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
  course = await createQuizCourse(test, { party });
  learner = await createPerson(test, { party });
  await createEnrolment(test, { person: learner, course });
});
afterAll(() => test.close());

const place = () => ({ course: course.slug, activity: 'page' });
const input = (note = 'Ask which one.', commandId = newId()) => ({
  ...{ commandId, ...place(), language: 'en', note },
  passage: passageOf(TEXT, 2, 14),
});

it('keeps a mark and its note, changes it, lists it by course, and takes it away', async () => {
  const api = await callerAs(test, learner);
  const { noteId } = await api.study.add(input());
  const passage = { start: 2, quote: 'gate is open', before: 'A ', after: '. A gate is shut.' };
  expect((await api.study.notes(place())).notes).toMatchObject([
    { id: noteId, note: 'Ask which one.', passage, language: 'en', revision: 1 },
  ]);
  await api.study.change({ commandId: newId(), noteId, revision: 1, note: 'The left one.' });
  expect(await api.study.course({ course: course.slug })).toMatchObject({
    course: { title: 'Spotting a gate' },
    notes: [{ note: 'The left one.', activity: { key: 'page', title: 'Check' } }],
  });
  const late = { commandId: newId(), noteId, revision: 1, note: 'Neither.' };
  expect(await failure(api.study.change(late))).toMatchObject({
    code: 'CONFLICT',
    messageKey: 'study.changed',
  });
  await api.study.remove({ commandId: newId(), noteId });
  expect((await api.study.notes(place())).notes).toEqual([]);
});

it('lies sealed, and has one effect however often it is sent', async () => {
  const api = await callerAs(test, learner);
  const once = input('Only once.');
  const [one, other] = [await api.study.add(once), await api.study.add(once)];
  expect(other).toEqual(one);
  const [row] = await test.worker.db.select().from(studyNotes).where(eq(studyNotes.id, one.noteId));
  expect(row?.sealed.toString('latin1')).not.toContain('once');
  expect(JSON.stringify(row?.anchor)).toBe('null');
  await api.study.remove({ commandId: newId(), noteId: one.noteId });
});

it('is there for nobody else: other learners, staff, administrators, other parties, nobody signed in', async () => {
  const { noteId } = await (await callerAs(test, learner)).study.add(input());
  const scopes = { scope: 'course' as const, scopeId: course.courseId };
  const others = [
    await createPerson(test, { party, appointments: [{ role: 'instructor', ...scopes }] }),
    await createPerson(test, { party, appointments: [{ role: 'administrator', scope: 'alliance' }] }),
    await createPerson(test, { party }),
  ];
  await createEnrolment(test, { person: others[2] ?? learner, course });
  for (const other of others) {
    const api = await callerAs(test, other);
    expect((await api.study.notes(place())).notes).toEqual([]);
    expect((await api.study.course({ course: course.slug })).notes).toEqual([]);
    const change = { commandId: newId(), noteId, revision: 1, note: 'mine now' };
    expect(await failure(api.study.change(change))).toMatchObject(gone);
    expect(await failure(api.study.remove({ commandId: newId(), noteId }))).toMatchObject(gone);
  }
  const passer = await callerAs(test, await createPerson(test, { party }));
  expect(await failure(passer.study.add(input()))).toMatchObject(gone);
  const foreign = await createPerson(test, { party: await createParty(test) });
  await createEnrolment(test, { person: foreign, course });
  const api = await callerAs(test, foreign);
  expect(await failure(api.study.add(input()))).toMatchObject(gone);
  expect(await failure(api.study.course({ course: course.slug }))).toMatchObject(gone);
  const nobody = await callerAs(test, null);
  expect(await failure(nobody.study.notes(place()))).toMatchObject({ code: 'UNAUTHORIZED' });
});

it('names no page that is not there', async () => {
  const api = await callerAs(test, learner);
  expect(await failure(api.study.add({ ...input(), activity: 'nowhere' }))).toMatchObject(gone);
});
