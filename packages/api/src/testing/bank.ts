import { newId } from '@concord/db/ids';
import { activities, courses, courseVersions, units } from '@concord/db/schema/courses';
import type { TestDatabase } from '@concord/db/testing/database';
import { createMarking } from '@concord/db/testing/fixtures';
import type { QuestionBodyInput } from '../features/bank/body.ts';

const rich = (source: string) => ({ source, html: '' });
export const part = (source: string, feedback = '') => ({ text: rich(source), feedback: rich(feedback) });

/** What a question says in one language. */
export const said = (
  prompt: string,
  parts: Record<string, ReturnType<typeof part>> = {},
  explanation = '',
) => ({
  prompt: rich(prompt),
  explanation: rich(explanation),
  parts,
});

/** A single-choice question whose first choice is right. */
export function singleBody(prompt: string, right = 'Report it', wrong = 'Ignore it'): QuestionBodyInput {
  return {
    kind: 'single',
    texts: { en: said(prompt, { a: part(right, 'Yes.'), b: part(wrong) }) },
    choices: [
      { key: 'a', share: 100 },
      { key: 'b', share: 0 },
    ],
  };
}

/** A course with an empty quiz in a draft, and the same in a published version. */
export async function createDraftQuiz(test: TestDatabase, party: { id: string }) {
  const db = test.worker.db;
  const courseId = newId();
  const marking = await createMarking(test, { releasableTo: [party] });
  await db.insert(courses).values({
    id: courseId,
    slug: `course-${courseId}`,
    markingId: marking.id,
    sourceLanguage: 'en',
    languages: ['en'],
    category: 'test',
  });
  const versions = [null, new Date()].map((publishedAt, index) => ({
    id: newId(),
    courseId,
    number: 2 - index,
    digest: newId(),
    publishedAt,
  }));
  const parts = versions.map(({ id: versionId }) => {
    const unit = { id: newId(), versionId, key: 'one', position: 0, titles: { en: 'One' } };
    const quiz = { passMark: 60, maxAttempts: null, minutes: null, shuffle: true };
    const place = { key: 'check', kind: 'quiz' as const, position: 0, titles: { en: 'Check' } };
    return { unit, activity: { id: newId(), versionId, unitId: unit.id, quiz, ...place } };
  });
  await db.insert(courseVersions).values(versions);
  await db.insert(units).values(parts.map(({ unit }) => unit));
  await db.insert(activities).values(parts.map(({ activity }) => activity));
  const [draft, published] = parts;
  if (!draft || !published) throw new Error('no version');
  return {
    courseId,
    versionId: draft.activity.versionId,
    quizId: draft.activity.id,
    publishedQuizId: published.activity.id,
  };
}
