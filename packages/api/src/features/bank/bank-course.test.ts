import { newId } from '@concord/db/ids';
import { questions } from '@concord/db/schema/courses';
import { bankQuestions, bankQuestionVersions, questionCategories } from '@concord/db/schema/questions';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty } from '@concord/db/testing/fixtures';
import { asc, eq, inArray, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { courseDraft, createQuizCourse, importDraft, quizDraft } from '../../testing/courses.ts';
import { questionBody } from './body.ts';

let test: TestDatabase;
let party: { id: string };

beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

const bank = () => test.worker.db;
const ofCourse = async (activityId: string) =>
  bank()
    .select({ key: questions.key, versionId: questions.bankVersionId })
    .from(questions)
    .where(eq(questions.activityId, activityId))
    .orderBy(asc(questions.position));

it('brings a course’s questions into a category of its own, and pins them', async () => {
  await importDraft(test, courseDraft([quizDraft('check')]), [party]);
  const [asked] = await bank()
    .select()
    .from(bankQuestions)
    .where(eq(bankQuestions.importKey, 'course:locks/check/first:single'));
  expect(asked).toMatchObject({ name: 'Is it so?', kind: 'single', latest: 1 });
  const [shelf] = await bank()
    .select()
    .from(questionCategories)
    .where(eq(questionCategories.id, asked?.categoryId ?? ''));
  expect(shelf?.name).toBe('Locks and keys');
  const [version] = await bank()
    .select()
    .from(bankQuestionVersions)
    .where(eq(bankQuestionVersions.questionId, asked?.id ?? ''));
  expect(questionBody.parse(version?.body)).toMatchObject({
    kind: 'single',
    choices: [
      { key: 'yes', share: 100 },
      { key: 'no', share: 0 },
    ],
    texts: { en: { prompt: { source: 'Is it **so**?', html: '<p>Is it <strong>so</strong>?</p>' } } },
  });
  const pinned = await bank()
    .select()
    .from(questions)
    .where(eq(questions.bankVersionId, version?.id ?? ''));
  expect(pinned).toHaveLength(1);
});

it('makes the next version of what changed, and leaves the rest', async () => {
  const changed = quizDraft('check');
  const [first] = changed.quiz?.questions ?? [];
  if (first?.texts.en) first.texts.en.prompt = 'Is it really so?';
  const second = { ...quizDraft('other'), minutes: 4 };
  await importDraft(test, courseDraft([changed, second]), [party]);
  const rows = await bank()
    .select({ key: bankQuestions.importKey, latest: bankQuestions.latest })
    .from(bankQuestions)
    .orderBy(asc(bankQuestions.importKey));
  expect(rows).toEqual([
    { key: 'course:locks/check/first:single', latest: 2 },
    { key: 'course:locks/other/first:single', latest: 1 },
  ]);
});

it('moves rows that hold their question themselves, each wording once', async () => {
  const course = await createQuizCourse(test, { party, banked: false });
  const [before] = await test.owner.sql`select concord.bank_embedded_questions() as moved`;
  expect(before?.moved).toBe(4);
  const [again] = await test.owner.sql`select concord.bank_embedded_questions() as moved`;
  expect(again?.moved).toBe(0);
  const slots = await ofCourse(course.quizId);
  const versions = await bank()
    .select()
    .from(bankQuestionVersions)
    .where(
      inArray(
        bankQuestionVersions.id,
        slots.map(({ versionId }) => versionId ?? ''),
      ),
    );
  const bodies = slots.map(({ versionId }) =>
    questionBody.parse(versions.find(({ id }) => id === versionId)?.body),
  );
  expect(bodies.map(({ kind }) => kind)).toEqual(['single', 'multiple', 'trueFalse', 'shortText']);
  expect(bodies[1]).toMatchObject({ choices: [{ share: 50 }, { share: 50 }, { share: -50 }] });
  expect(bodies[2]).toMatchObject({ right: true });
  expect(bodies[3]).toMatchObject({ accepted: { en: [{ kind: 'folded', text: 'SECRET gate' }] } });
  expect(bodies[0]?.texts.en?.parts.right?.feedback.html).toBe('SECRET feedback right');
  const open = await bank()
    .select({ id: questions.id })
    .from(questions)
    .where(isNull(questions.bankVersionId));
  expect(open).toEqual([]);
});

it('gives the same wording in the next version of a course the same version of the bank', async () => {
  const course = await createQuizCourse(test, { party });
  await test.owner.sql`select concord.bank_embedded_questions()`;
  const [slot] = await ofCourse(course.quizId);
  const copy = newId();
  const [row] = await bank().select().from(questions).where(eq(questions.activityId, course.quizId)).limit(1);
  if (!row) throw new Error('no question');
  await bank()
    .insert(questions)
    .values({ ...row, id: copy, activityId: course.pageId, bankVersionId: null });
  await bank().update(questions).set({ bankVersionId: null }).where(eq(questions.id, row.id));
  await test.owner.sql`select concord.bank_embedded_questions()`;
  const [after] = await ofCourse(course.quizId);
  expect(after).toEqual(slot);
});

it('holds terms to be matched, which a course’s own questions cannot', async () => {
  const draft = quizDraft('terms');
  const [first] = draft.quiz?.questions ?? [];
  const words = {
    a1: { text: 'Bolt' },
    a2: { text: 'Hinge' },
    b1: { text: 'closes' },
    b2: { text: 'turns' },
  };
  const pairs = [
    { left: 'a1', right: 'b1' },
    { left: 'a2', right: 'b2' },
  ];
  Object.assign(first ?? {}, {
    ...{ kind: 'matching', choices: [], pairs },
    texts: { en: { prompt: 'Match them.', choices: words, explanation: '' } },
  });
  await importDraft(test, { ...courseDraft([draft]), slug: 'terms' }, [party]);
  const [version] = await bank()
    .select({ body: bankQuestionVersions.body })
    .from(bankQuestionVersions)
    .innerJoin(bankQuestions, eq(bankQuestions.id, bankQuestionVersions.questionId))
    .where(eq(bankQuestions.importKey, 'course:terms/terms/first:matching'));
  const texts = { en: { parts: { a2: { text: { html: 'Hinge' } }, b1: { text: { html: 'closes' } } } } };
  expect(questionBody.parse(version?.body)).toMatchObject({ kind: 'matching', pairs, spare: [], texts });
});
