import type { TestDatabase } from '@concord/db/testing/database';
import { asWorker } from '../context.ts';
import type { ActivityDraft, CourseDraft, QuestionDraft } from '../features/courses/import/types.ts';
import { type ImportOutcome, importCourse } from '../features/courses/import/write.ts';
import { servicesOf } from './caller.ts';

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
