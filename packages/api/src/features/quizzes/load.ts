import { activities, courses, courseVersions, questions } from '@concord/db/schema/courses';
import { attemptAnswers, attempts, enrolments } from '@concord/db/schema/learning';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import type { Answer, QuizSettings } from './schemas.ts';

export type AttemptRow = typeof attempts.$inferSelect;

/** An answer that stands, by the key of its question. */
export type SavedAnswer = { sequence: number; answer: Answer; savedAt: Date };

/** The actor's own path and the quiz on it; anything else does not exist. `lock` makes a second start wait. */
export async function ownQuiz(
  ctx: SignedIn,
  { enrolmentId, activityId }: { enrolmentId: string; activityId: string },
  lock = false,
) {
  const query = ctx.tx
    .select({
      enrolmentId: enrolments.id,
      language: enrolments.language,
      sourceLanguage: courses.sourceLanguage,
      activityId: activities.id,
      titles: activities.titles,
      settings: activities.quiz,
      questionCount: activities.questionCount,
    })
    .from(enrolments)
    .innerJoin(activities, eq(activities.versionId, enrolments.versionId))
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(
      and(
        eq(enrolments.id, enrolmentId),
        eq(enrolments.personId, ctx.actor.personId),
        isNull(enrolments.withdrawnAt),
        eq(activities.id, activityId),
        eq(activities.kind, 'quiz'),
      ),
    );
  const [row] = await (lock ? query.for('update', { of: enrolments }) : query);
  const quiz = found(row);
  return { ...quiz, settings: settingsOf(quiz.settings) };
}

/** Tries at one quiz on one path, the first first. */
export function attemptsAt(ctx: SignedIn, enrolmentId: string, activityId: string): Promise<AttemptRow[]> {
  return ctx.tx
    .select()
    .from(attempts)
    .where(and(eq(attempts.enrolmentId, enrolmentId), eq(attempts.activityId, activityId)))
    .orderBy(asc(attempts.number));
}

/** The answers that stand in an attempt. */
export async function answersOf(ctx: SignedIn, attemptId: string): Promise<Map<string, SavedAnswer>> {
  const rows = await ctx.tx
    .select({
      key: questions.key,
      sequence: attemptAnswers.sequence,
      answer: attemptAnswers.answer,
      savedAt: attemptAnswers.savedAt,
    })
    .from(attemptAnswers)
    .innerJoin(questions, eq(questions.id, attemptAnswers.questionId))
    .where(eq(attemptAnswers.attemptId, attemptId));
  return new Map(rows.map(({ key, ...saved }) => [key, saved]));
}

/** The quiz an attempt is at, whoever's it is: the attempt itself has been found readable before. */
export async function quizOfAttempt(ctx: SignedIn, attempt: AttemptRow) {
  const [row] = await ctx.tx
    .select({
      courseId: courseVersions.courseId,
      sourceLanguage: courses.sourceLanguage,
      language: enrolments.language,
      settings: activities.quiz,
    })
    .from(activities)
    .innerJoin(courseVersions, eq(courseVersions.id, activities.versionId))
    .innerJoin(courses, eq(courses.id, courseVersions.courseId))
    .innerJoin(enrolments, eq(enrolments.id, attempt.enrolmentId))
    .where(eq(activities.id, attempt.activityId));
  const quiz = found(row);
  return { ...quiz, settings: settingsOf(quiz.settings) };
}

function settingsOf(settings: QuizSettings | null): QuizSettings {
  return found(settings ?? undefined);
}
