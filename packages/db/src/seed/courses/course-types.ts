import type { Bilingual, Lang } from '../data/types.ts';

/** An activity as `course.json` lists it; its text or questions are in a file of the same key. */
export type CourseActivity = {
  readonly key: string;
  readonly kind: 'page' | 'quiz';
  readonly minutes: number;
  readonly title: Bilingual;
};

/** A unit: activities in the order in which they are taken. */
export type CourseUnit = {
  readonly key: string;
  readonly title: Bilingual;
  readonly activities: readonly CourseActivity[];
};

/** `course.json`. */
export type CourseSeed = {
  readonly slug: string;
  readonly sourceLanguage: Lang;
  readonly languages: readonly Lang[];
  readonly category: 'awareness' | 'incident' | 'practice';
  readonly minutes: number;
  readonly validityMonths: number;
  readonly licence: string;
  readonly attribution: string | null;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly audience: Bilingual;
  readonly objectives: { readonly en: readonly string[]; readonly fr: readonly string[] };
  readonly units: readonly CourseUnit[];
};

/** One possible answer. Feedback, where there is any, is shown to who chose it. */
export type QuizChoice = {
  readonly key: string;
  readonly correct: boolean;
  readonly text: Bilingual;
  readonly feedback?: Bilingual;
};

/** A question. `choices` for all kinds but `shortAnswer`, which has `accepted`: any of these, in lower case. */
export type QuizQuestion = {
  readonly key: string;
  readonly kind: 'single' | 'multiple' | 'trueFalse' | 'shortAnswer';
  readonly points: number;
  readonly prompt: Bilingual;
  readonly choices?: readonly QuizChoice[];
  readonly accepted?: { readonly en: readonly string[]; readonly fr: readonly string[] };
  readonly explanation: Bilingual;
};

/** `quiz/<activity key>.json`. `passMark` is a percentage; `maxAttempts` null means as many as one likes. */
export type QuizSeed = {
  readonly passMark: number;
  readonly maxAttempts: number | null;
  readonly shuffle: boolean;
  readonly questions: readonly QuizQuestion[];
};
