import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { cohorts, enrolments } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { courseDraft, importDraft, pageDraft, quizDraft } from '../../testing/courses.ts';

let test: TestDatabase;
let home: { id: string };
let courseId: string;

const notFound = { code: 'NOT_FOUND' };
const command = () => crypto.randomUUID();

beforeAll(async () => {
  test = await testDatabase();
  home = await createParty(test);
  const pages = [pageDraft('walls', 'In English.', 'En français.'), pageDraft('doors')];
  ({ courseId } = await importDraft(test, courseDraft(pages), [home]));
  await importDraft(test, courseDraft([pageDraft('a'), quizDraft('check')], { slug: 'asked' }), [home]);
});
afterAll(() => test.close());

async function enrolled(course = 'locks') {
  const person = await createPerson(test, { party: home });
  const api = await callerAs(test, person);
  const page = await api.courses.page({ course });
  const { enrolmentId } = await api.enrolments.enrol({ commandId: command(), courseId: page.id });
  const [first, second] = page.units.flatMap((unit) => unit.activities).map(({ id }) => id);
  return { person, api, enrolmentId, courseId: page.id, first: first ?? '', second: second ?? '' };
}

describe('enrolling', () => {
  it('opens the activities, once however often it is sent', async () => {
    const { api, enrolmentId, courseId: id } = await enrolled();
    const again = await api.enrolments.enrol({ commandId: command(), courseId: id });
    expect(again).toEqual({ enrolmentId });
    const page = await api.courses.activity({ course: 'locks', activity: 'walls' });
    expect(page.enrolment?.id).toBe(enrolmentId);
  });
  it('answers a command sent twice with the same', async () => {
    const api = await callerAs(test, await createPerson(test, { party: home }));
    const input = { commandId: command(), courseId };
    expect(await api.enrolments.enrol(input)).toEqual(await api.enrolments.enrol(input));
  });
  it('makes one of two at the same instant', async () => {
    const api = await callerAs(test, await createPerson(test, { party: home }));
    const [one, other] = await Promise.all([
      api.enrolments.enrol({ commandId: command(), courseId }),
      api.enrolments.enrol({ commandId: command(), courseId }),
    ]);
    expect(one).toEqual(other);
  });
  it('is not possible for another party, signed out, or where it is closed', async () => {
    const input = { commandId: command(), courseId };
    const stranger = await callerAs(test, await createPerson(test, { party: await createParty(test) }));
    await expect(stranger.enrolments.enrol(input)).rejects.toMatchObject(notFound);
    const nobody = await callerAs(test, null);
    await expect(nobody.enrolments.enrol(input)).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    const closed = await importDraft(test, courseDraft([pageDraft('a')], { slug: 'closed' }), [home]);
    await test.worker.db.update(courses).set({ openEnrolment: false }).where(eq(courses.id, closed.courseId));
    const api = await callerAs(test, await createPerson(test, { party: home }));
    const refused = api.enrolments.enrol({ commandId: command(), courseId: closed.courseId });
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN', messageKey: 'enrolment.closed' });
  });
});

describe('reading', () => {
  it('goes on exactly where it was left', async () => {
    const { api, enrolmentId, first, second } = await enrolled();
    await api.enrolments.see({ commandId: command(), enrolmentId, activityId: first, anchor: null });
    await api.enrolments.see({
      commandId: command(),
      enrolmentId,
      activityId: second,
      anchor: 'md-hinges~7',
    });
    const page = await api.courses.page({ course: 'locks' });
    expect(page.continueAt).toEqual({ key: 'doors', anchor: 'md-hinges~7' });
    const [open] = await api.enrolments.open();
    expect(open).toMatchObject({ slug: 'locks', done: 0, total: 2, started: true, place: page.continueAt });
  });
  it('passes on from what is done, and comes back for what was left out', async () => {
    const { api, enrolmentId, first } = await enrolled();
    const place = async () => (await api.enrolments.open())[0]?.place;
    expect(await place()).toEqual({ key: 'walls', anchor: null });
    await api.enrolments.complete({ commandId: command(), enrolmentId, activityId: first });
    await api.enrolments.see({ commandId: command(), enrolmentId, activityId: first, anchor: null });
    expect(await place()).toEqual({ key: 'doors', anchor: null });
    const other = await enrolled();
    const { second: last } = other;
    const at = { enrolmentId: other.enrolmentId, activityId: last };
    await other.api.enrolments.see({ commandId: command(), ...at, anchor: null });
    await other.api.enrolments.complete({ commandId: command(), ...at });
    expect((await other.api.enrolments.open())[0]?.place).toEqual({ key: 'walls', anchor: null });
  });
  it('keeps to one’s own path and its own course', async () => {
    const { enrolmentId, first } = await enrolled();
    const other = await enrolled('asked');
    const see = { commandId: command(), activityId: first, anchor: null };
    await expect(other.api.enrolments.see({ ...see, enrolmentId })).rejects.toMatchObject(notFound);
    const elsewhere = other.api.enrolments.see({ ...see, enrolmentId: other.enrolmentId });
    await expect(elsewhere).rejects.toMatchObject(notFound);
  });
  it('is in the language chosen, of those the course has', async () => {
    const { api, enrolmentId } = await enrolled();
    await api.enrolments.chooseLanguage({ commandId: command(), enrolmentId, language: 'fr' });
    const page = await api.courses.activity({ course: 'locks', activity: 'walls' });
    expect(page.activity.text?.html).toBe('<p>En français.</p>');
    const polish = api.enrolments.chooseLanguage({ commandId: command(), enrolmentId, language: 'pl' });
    await expect(polish).rejects.toMatchObject({ messageKey: 'enrolment.languageMissing' });
  });
});

describe('completing', () => {
  it('completes the course with the last activity, in one transaction', async () => {
    const { api, enrolmentId, first, second } = await enrolled();
    const complete = (activityId: string) =>
      api.enrolments.complete({ commandId: command(), enrolmentId, activityId });
    expect(await complete(first)).toEqual({ activityId: first, courseCompleted: false });
    expect(await complete(first)).toEqual({ activityId: first, courseCompleted: false });
    expect(await complete(second)).toEqual({ activityId: second, courseCompleted: true });
    const page = await api.courses.page({ course: 'locks' });
    expect(page.enrolment?.completedAt).not.toBeNull();
    expect(page.progress).toMatchObject({ done: 2, total: 2 });
    expect(await api.enrolments.open()).toEqual([]);
  });
  it('completes it when the last two are done at the same instant', async () => {
    const { api, enrolmentId, first, second } = await enrolled();
    const results = await Promise.all(
      [first, second].map((activityId) =>
        api.enrolments.complete({ commandId: command(), enrolmentId, activityId }),
      ),
    );
    expect(results.filter(({ courseCompleted }) => courseCompleted)).toHaveLength(1);
  });
  it('is not how a quiz is done', async () => {
    const { api, enrolmentId, second } = await enrolled('asked');
    const complete = api.enrolments.complete({ commandId: command(), enrolmentId, activityId: second });
    await expect(complete).rejects.toMatchObject({ messageKey: 'enrolment.quizDecides' });
  });
});

describe('leaving', () => {
  it('closes the activities, and coming back finds the progress', async () => {
    const { api, enrolmentId, first, courseId: id } = await enrolled();
    await api.enrolments.complete({ commandId: command(), enrolmentId, activityId: first });
    await api.enrolments.withdraw({ commandId: command(), enrolmentId });
    const walls = { course: 'locks', activity: 'walls' };
    await expect(api.courses.activity(walls)).rejects.toMatchObject(notFound);
    const page = await api.courses.page({ course: 'locks' });
    expect(page).toMatchObject({ enrolment: null, progress: { done: 0 } });
    expect(await api.enrolments.enrol({ commandId: command(), courseId: id })).toEqual({ enrolmentId });
    expect((await api.courses.page({ course: 'locks' })).progress.done).toBe(1);
  });
  it('is not for who was placed by a cohort, nor for what is completed', async () => {
    const { api, enrolmentId, person, first, second } = await enrolled();
    const cohortId = newId();
    const startsAt = new Date();
    await test.worker.db
      .insert(cohorts)
      .values({ id: cohortId, courseId, nameEn: 'C', nameFr: 'C', startsAt });
    const own = eq(enrolments.personId, person.id);
    await test.worker.db.update(enrolments).set({ cohortId }).where(own);
    const withdraw = () => api.enrolments.withdraw({ commandId: command(), enrolmentId });
    await expect(withdraw()).rejects.toMatchObject({ messageKey: 'enrolment.stays' });
    await test.worker.db.update(enrolments).set({ cohortId: null }).where(own);
    for (const activityId of [first, second])
      await api.enrolments.complete({ commandId: command(), enrolmentId, activityId });
    await expect(withdraw()).rejects.toMatchObject({ messageKey: 'enrolment.stays' });
  });
});
