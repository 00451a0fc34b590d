/** Text by BCP 47 language. */
export type ByLanguage<Text> = Record<string, Text>;

export type QuestionKind = 'single' | 'multiple' | 'trueFalse' | 'shortAnswer' | 'matching';

export type QuestionTexts = {
  prompt: string;
  /** The words of choices, or of both sides of pairs, by key. */
  choices: Record<string, { text: string; feedback?: string }>;
  accepted?: string[];
  explanation: string;
};

export type QuestionDraft = {
  key: string;
  kind: QuestionKind;
  points: number;
  choices: { key: string; correct: boolean }[];
  /** Of matching alone: what belongs together, by the keys of both sides. */
  pairs?: { left: string; right: string }[];
  texts: ByLanguage<QuestionTexts>;
};

export type QuizDraft = {
  /** The share of points, in per cent, that passes. */
  passMark: number;
  /** Null: as many as one likes. */
  maxAttempts: number | null;
  shuffle: boolean;
  questions: QuestionDraft[];
};

export type ActivityDraft = {
  key: string;
  kind: 'page' | 'quiz';
  minutes: number;
  texts: ByLanguage<{ title: string; markdown: string }>;
  quiz?: QuizDraft;
};

export type UnitDraft = { key: string; titles: ByLanguage<string>; activities: ActivityDraft[] };

export type Attribution = { title: string; author: string; url: string; licenceUrl?: string; note: string };

export type CourseTexts = {
  title: string;
  summary: string;
  audience: string;
  objectives: string[];
  description: string;
};

/** A course as read from files, before anything is written. Images are named in Markdown by `path`. */
export type CourseDraft = {
  slug: string;
  sourceLanguage: string;
  languages: string[];
  category: string;
  minutes: number;
  validityMonths: number | null;
  licence: string;
  attribution: Attribution | null;
  texts: ByLanguage<CourseTexts>;
  units: UnitDraft[];
  images: { path: string; bytes: Uint8Array }[];
};

/** What could not be taken, by file and line; `code` is a message key of the `import` namespace. */
export type ImportProblem = {
  file: string;
  line: number | null;
  code: ImportProblemCode;
  params: Record<string, string | number>;
};

export type ImportProblemCode =
  | 'courseFileMissing'
  | 'courseFileInvalid'
  | 'fieldInvalid'
  | 'fileMissing'
  | 'fileNotText'
  | 'formatUnknown'
  | 'imageBroken'
  | 'imageMissing'
  | 'imageElsewhere'
  | 'imageTooLarge'
  | 'keyTwice'
  | 'languageMissing'
  | 'linkedQuizLeftOut'
  | 'lessonMissing'
  | 'licenceUnknown'
  | 'questionKindUnknown'
  | 'questionWithoutAnswer'
  | 'translationWithoutLesson';

export type ImportReport = {
  units: number;
  activities: number;
  pages: number;
  quizzes: number;
  questions: number;
  images: number;
  languages: string[];
  problems: ImportProblem[];
};

export type ImportFormat = 'concord' | 'numberedLessons' | 'longMarkdown';

/** What a parser answers: a course as far as it goes, or null when there is none to speak of. */
export type ImportResult = { format: ImportFormat | null; course: CourseDraft | null; report: ImportReport };
