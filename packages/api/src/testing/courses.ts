import { newId } from '@concord/db/ids';
import {
  activities,
  courses,
  courseTexts,
  courseVersions,
  questions,
  units,
} from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { bankQuestions, bankQuestionVersions, questionCategories } from '@concord/db/schema/questions';
import type { TestDatabase } from '@concord/db/testing/database';
import { createMarking } from '@concord/db/testing/fixtures';
import { asWorker } from '../context.ts';
import { type QuestionBodyInput, questionBody } from '../features/bank/body.ts';
import type { ActivityDraft, CourseDraft, QuestionDraft } from '../features/courses/import/types.ts';
import { type ImportOutcome, importCourse } from '../features/courses/import/write.ts';
import { servicesOf } from './caller.ts';

type QuestionFixture = Partial<typeof questions.$inferInsert> & { key: string };
/** A question of the bank in a quiz, by its body; several bodies make a pool of which one is drawn. */
export type AskedFixture = { key: string; points?: number; draw?: number; bodies: QuestionBodyInput[] };
type QuizFixture = Partial<NonNullable<typeof activities.$inferInsert.quiz>>;

/** A published course with one page and one quiz, readable by the party. */
export async function createQuizCourse(
  test: TestDatabase,
  {
    party,
    quiz = {},
    asked = standardQuestions,
    bank = [],
    banked = true,
    validityMonths = 12,
  }: {
    party: { id: string };
    quiz?: QuizFixture;
    asked?: readonly QuestionFixture[];
    bank?: readonly AskedFixture[];
    /** Whether the embedded questions are moved to the bank, as everywhere since migration 0018. */
    banked?: boolean;
    validityMonths?: number | null;
  },
) {
  const db = test.worker.db;
  const [courseId, versionId, unitId] = [newId(), newId(), newId()];
  const marking = await createMarking(test, { releasableTo: [party] });
  const slug = `course-${courseId}`;
  await db.insert(courses).values({
    id: courseId,
    slug,
    markingId: marking.id,
    sourceLanguage: 'en',
    languages: ['en', 'fr'],
    category: 'test',
    validityMonths,
  });
  await db
    .insert(courseVersions)
    .values({ id: versionId, courseId, number: 1, digest: versionId, publishedAt: new Date() });
  await db.insert(courseTexts).values([
    { versionId, language: 'en', title: 'Spotting a gate' },
    { versionId, language: 'fr', title: 'Repérer une porte' },
  ]);
  await db.insert(units).values({ id: unitId, versionId, key: 'one', position: 1, titles: { en: 'One' } });
  const activity = { versionId, unitId, titles: { en: 'Check', fr: 'Vérifier' } };
  const page = { ...activity, id: newId(), key: 'page', kind: 'page' as const, position: 1, required: false };
  const check = {
    ...activity,
    id: newId(),
    key: 'check',
    kind: 'quiz' as const,
    position: 2,
    questionCount: bank.length || asked.length,
    quiz: { passMark: 60, maxAttempts: 2, minutes: null, shuffle: true, ...quiz },
  };
  await db.insert(activities).values([page, check]);
  if (bank.length > 0) await askFromBank(test, check.id, bank);
  else {
    await db.insert(questions).values(asked.map((one, index) => questionRow(one, check.id, index)));
    if (banked) await test.owner.sql`select concord.bank_embedded_questions()`;
  }
  return { courseId, slug, versionId, pageId: page.id, quizId: check.id };
}

async function askFromBank(test: TestDatabase, activityId: string, asked: readonly AskedFixture[]) {
  const db = test.worker.db;
  const categoryId = newId();
  await db.insert(questionCategories).values({ id: categoryId, name: `Category ${categoryId}` });
  for (const [position, { key, points = 1, bodies, draw }] of asked.entries()) {
    const made = bodies.map((body) => ({ body: questionBody.parse(body), id: newId(), versionId: newId() }));
    await db
      .insert(bankQuestions)
      .values(
        made.map(({ id, body }) => ({ id, categoryId, name: key, kind: body.kind, sourceLanguage: 'en' })),
      );
    await db
      .insert(bankQuestionVersions)
      .values(made.map(({ id, versionId, body }) => ({ id: versionId, questionId: id, number: 1, body })));
    const blueprint = { categoryId, withSubcategories: false, tags: [], difficulty: null, count: draw ?? 1 };
    const slot = draw
      ? { blueprint, pool: made.map(({ versionId }) => versionId) }
      : { bankVersionId: made[0]?.versionId };
    await db.insert(questions).values({ id: newId(), activityId, key, position, points, ...slot });
  }
}

/** Puts a person on a course. */
export async function createEnrolment(
  test: TestDatabase,
  { person, course }: { person: { id: string }; course: { courseId: string; versionId: string } },
) {
  const id = newId();
  const { courseId, versionId } = course;
  await test.worker.db.insert(enrolments).values({ id, personId: person.id, courseId, versionId });
  return { id };
}

function questionRow(one: QuestionFixture, activityId: string, index: number): typeof questions.$inferInsert {
  const { key, kind = 'single', choices = singleChoices } = one;
  const words = (language: string) => ({
    promptHtml: `<p>${language} ${key}?</p>`,
    choices: Object.fromEntries(
      choices.map((choice) => [
        choice.key,
        { html: `${language} ${choice.key}`, feedbackHtml: `SECRET feedback ${choice.key}` },
      ]),
    ),
    accepted: kind === 'shortAnswer' ? ['SECRET gate'] : [],
    explanationHtml: 'SECRET explanation',
  });
  return {
    id: newId(),
    activityId,
    kind,
    position: index,
    points: 1,
    choices,
    texts: { en: words('en'), fr: words('fr') },
    ...one,
  };
}

const singleChoices = [
  { key: 'wrong', correct: false },
  { key: 'right', correct: true },
  { key: 'other', correct: false },
];

/** One of each kind; the first choice named `right` is right. */
const standardQuestions: readonly QuestionFixture[] = [
  { key: 'one', kind: 'single' },
  {
    key: 'two',
    kind: 'multiple',
    points: 2,
    choices: [
      { key: 'a', correct: true },
      { key: 'b', correct: true },
      { key: 'c', correct: false },
    ],
  },
  {
    key: 'three',
    kind: 'trueFalse',
    choices: [
      { key: 'true', correct: true },
      { key: 'false', correct: false },
    ],
  },
  { key: 'four', kind: 'shortAnswer', choices: [] },
];

/** A picture of one dot. */
export const dot = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A page in English and, when given, in French. */
export function pageDraft(
  key: string,
  english = `## About ${key}\n\nWords.`,
  french?: string,
): ActivityDraft {
  const texts: ActivityDraft['texts'] = { en: { title: key, markdown: english } };
  if (french !== undefined) texts.fr = { title: `${key} (fr)`, markdown: french };
  return { key, kind: 'page', minutes: 5, texts };
}

/** A quiz of one question whose right answer is `yes`. */
export function quizDraft(key: string): ActivityDraft {
  const question: QuestionDraft = {
    key: 'first',
    kind: 'single',
    points: 1,
    choices: [
      { key: 'yes', correct: true },
      { key: 'no', correct: false },
    ],
    texts: {
      en: {
        prompt: 'Is it **so**?',
        choices: { yes: { text: 'Yes, `it` is', feedback: 'Right.' }, no: { text: 'No' } },
        explanation: 'It is.',
      },
    },
  };
  const quiz = { passMark: 80, maxAttempts: null, shuffle: false, questions: [question] };
  return { key, kind: 'quiz', minutes: 3, texts: { en: { title: key, markdown: '' } }, quiz };
}

/** A course of one unit with these activities. */
export function courseDraft(activities: ActivityDraft[], values: Partial<CourseDraft> = {}): CourseDraft {
  const about = (title: string, summary: string) => ({
    title,
    summary,
    audience: 'Everyone.',
    objectives: ['Know it.'],
    description: 'A *short* course.',
  });
  return {
    slug: 'locks',
    sourceLanguage: 'en',
    languages: ['en', 'fr'],
    category: 'awareness',
    minutes: 20,
    validityMonths: 12,
    licence: 'CC-BY-4.0',
    attribution: { title: 'Locks', author: 'Somebody', url: 'https://example.org/locks', note: '' },
    texts: {
      en: about('Locks and keys', 'What a lock does.'),
      fr: about('Serrures et clés', 'À quoi sert une serrure.'),
    },
    units: [{ key: 'one', titles: { en: 'First unit', fr: 'Première unité' }, activities }],
    images: [],
    ...values,
  };
}

/** Imports a course as the worker, releasable to these parties. */
export async function importDraft(
  test: TestDatabase,
  draft: CourseDraft,
  releasableTo: readonly { id: string }[],
): Promise<ImportOutcome> {
  const parties = releasableTo.map(({ id }) => id);
  const marking = { level: 0, releasableTo: parties, onlyFor: [], caveats: [], originator: parties[0] ?? '' };
  return asWorker(servicesOf(test), (ctx) => importCourse(ctx, draft, { marking }));
}
