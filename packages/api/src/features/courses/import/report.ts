import type { CourseDraft, ImportFormat, ImportProblem, ImportProblemCode, ImportResult } from './types.ts';

/** Collects problems while a parser goes on. */
export class Problems {
  readonly all: ImportProblem[] = [];

  add(
    code: ImportProblemCode,
    file: string,
    line: number | null = null,
    params: ImportProblem['params'] = {},
  ): void {
    this.all.push({ file, line, code, params });
  }
}

/** A parser's answer with its counts. */
export function resultOf(
  format: ImportFormat | null,
  course: CourseDraft | null,
  problems: Problems,
): ImportResult {
  const activities = course?.units.flatMap((unit) => unit.activities) ?? [];
  const quizzes = activities.filter(({ kind }) => kind === 'quiz');
  return {
    format,
    course,
    report: {
      units: course?.units.length ?? 0,
      activities: activities.length,
      pages: activities.length - quizzes.length,
      quizzes: quizzes.length,
      questions: quizzes.reduce((sum, { quiz }) => sum + (quiz?.questions.length ?? 0), 0),
      images: course?.images.length ?? 0,
      languages: course?.languages ?? [],
      problems: problems.all,
    },
  };
}

/** Words of a text as a reader counts them. */
export function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Minutes to read a text at 200 words a minute, at least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(wordsIn(text) / 200));
}

/** A key of lower-case letters, digits and hyphens. */
export function keyOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** The line of a text at an offset, from one. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
