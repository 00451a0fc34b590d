import { describe, expect, it } from 'vitest';
import { cohorts } from '../data/cohorts.ts';
import type { Bilingual } from '../data/types.ts';
import type { QuizQuestion } from './course-types.ts';
import { courseSlugs, imagesOf, readCourse, readImage, readPage, readQuiz } from './read.ts';

const languages = ['en', 'fr'] as const;
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;
const complete = (text: Bilingual): boolean => text.en.trim() !== '' && text.fr.trim() !== '';
const count = (markdown: string, pattern: RegExp): number => markdown.match(pattern)?.length ?? 0;

/** What makes two languages of one page the same page: headings, tables, callouts and images. */
const outline = (markdown: string): number[] =>
  [/^## /gm, /^\|/gm, /^> \[!(NOTE|TIP|WARNING)\]$/gm, /!\[/g, /^(\d+\.|-) /gm].map((part) =>
    count(markdown, part),
  );

function expectSound(question: QuizQuestion): void {
  const correct = question.choices?.filter((choice) => choice.correct).length ?? 0;
  const choices = question.choices?.length ?? 0;
  if (question.kind === 'single') expect([correct, choices >= 3]).toEqual([1, true]);
  if (question.kind === 'multiple') expect(correct >= 2 && correct < choices).toBe(true);
  if (question.kind === 'trueFalse') {
    expect(question.choices?.map((choice) => choice.key)).toEqual(['true', 'false']);
    expect(correct).toBe(1);
  }
  if (question.kind === 'shortAnswer') expectAccepted(question);
  else expect(question.accepted).toBeUndefined();
}

function expectAccepted(question: QuizQuestion): void {
  expect(question.choices).toBeUndefined();
  for (const language of languages) {
    const accepted = question.accepted?.[language] ?? [];
    expect(accepted.length).toBeGreaterThan(0);
    for (const answer of accepted) expect(answer).toBe(answer.trim().toLowerCase());
  }
}

describe.each(courseSlugs)('%s', (slug) => {
  const course = readCourse(slug);
  const activities = course.units.flatMap((unit) => unit.activities);
  const pages = activities.filter((activity) => activity.kind === 'page');
  const quizzes = activities.filter((activity) => activity.kind === 'quiz');

  it('is complete in both languages, and its parts add up', () => {
    expect(course.slug).toBe(slug);
    expect(course.languages).toEqual(['en', 'fr']);
    const texts = [course.title, course.summary, course.audience, ...course.units.map((unit) => unit.title)];
    for (const text of [...texts, ...activities.map((activity) => activity.title)])
      expect(complete(text)).toBe(true);
    expect(course.objectives.en.length).toBe(course.objectives.fr.length);
    expect(unique(activities.map((activity) => activity.key))).toBe(true);
    expect(course.units.length).toBeGreaterThanOrEqual(3);
    for (const unit of course.units) expect(unit.activities.length).toBeGreaterThanOrEqual(2);
    expect(course.minutes).toBe(activities.reduce((sum, activity) => sum + activity.minutes, 0));
    expect(cohorts.some((cohort) => cohort.course === slug)).toBe(true);
  });

  it.each(pages)('$key says the same in both languages', ({ key }) => {
    const [english, french] = languages.map((language) => readPage(slug, language, key));
    expect(outline(french ?? '')).toEqual(outline(english ?? ''));
    for (const page of [english ?? '', french ?? '']) {
      expect(page).not.toMatch(/^# /m);
      expect(page.replace(/`[^`\n]*`/g, '')).not.toMatch(/['"]/);
      const words = page.split(/\s+/).length;
      expect([key, words > 150 && words < 600]).toEqual([key, true]);
      for (const image of imagesOf(page)) expect(readImage(slug, image).length).toBeLessThan(60_000);
    }
    const prose = (french ?? '')
      .replace(/`[^`\n]*`/g, '')
      .replace(/\|[-| :]+\|/g, '')
      .replace(/\[![A-Z]+\]/g, '');
    expect(prose).not.toMatch(/« | »|\w [;:!?](\s|$)/);
  });

  it.each(quizzes)('$key asks seven to nine sound questions of all kinds', ({ key }) => {
    const quiz = readQuiz(slug, key);
    expect(quiz.passMark).toBeGreaterThan(0);
    expect(quiz.passMark).toBeLessThanOrEqual(100);
    expect(quiz.questions.length).toBeGreaterThanOrEqual(7);
    expect(quiz.questions.length).toBeLessThanOrEqual(9);
    expect(new Set(quiz.questions.map((question) => question.kind)).size).toBe(4);
    expect(unique(quiz.questions.map((question) => question.key))).toBe(true);
    for (const question of quiz.questions) {
      expect(complete(question.prompt) && complete(question.explanation)).toBe(true);
      for (const choice of question.choices ?? []) {
        expect(complete(choice.text) && (!choice.feedback || complete(choice.feedback))).toBe(true);
      }
      expectSound(question);
    }
  });
});
