import { readFileSync } from 'node:fs';
import type { Lang } from '../data/types.ts';
import type { CourseSeed, QuizSeed } from './course-types.ts';

/** The folders of the courses that the demo alliance starts with. */
export const courseSlugs = [
  'spotting-phishing',
  'reporting-an-incident',
  'working-away-from-the-office',
] as const;

/** A course of the demo. */
export type CourseSlug = (typeof courseSlugs)[number];

const fileOf = (slug: CourseSlug, path: string): URL => new URL(`./${slug}/${path}`, import.meta.url);

const json = (slug: CourseSlug, path: string): unknown =>
  JSON.parse(readFileSync(fileOf(slug, path), 'utf8'));

/** Reads `course.json`. These files are ours and tested; courses that people bring go through the importer. */
export const readCourse = (slug: CourseSlug): CourseSeed => json(slug, 'course.json') as CourseSeed;

/** Reads the questions of a quiz. */
export const readQuiz = (slug: CourseSlug, activity: string): QuizSeed =>
  json(slug, `quiz/${activity}.json`) as QuizSeed;

/** Reads the Markdown of a page. */
export const readPage = (slug: CourseSlug, language: Lang, activity: string): string =>
  readFileSync(fileOf(slug, `${language}/${activity}.md`), 'utf8');

/** Reads an image by the name a page gives it, such as `clock.png`. */
export const readImage = (slug: CourseSlug, name: string): Uint8Array =>
  readFileSync(fileOf(slug, `images/${name}`));

/** The names of the images that a page shows. */
export const imagesOf = (markdown: string): string[] =>
  [...markdown.matchAll(/!\[[^\]]*\]\(\.\.\/images\/([^)\s]+)\)/g)].map((match) => match[1] ?? '');
