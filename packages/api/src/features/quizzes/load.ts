import { kept } from '@concord/db/kept';
import { activities, courses } from '@concord/db/schema/courses';
import { activityExtensions, attempts, enrolments } from '@concord/db/schema/learning';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { extended } from '../grades/extended.ts';
import type { QuizSettings } from './schemas.ts';

/** What one person was given beyond the others. */
const extension = {
  extraMinutes: activityExtensions.extraMinutes,
  extraAttempts: activityExtensions.extraAttempts,
  closesAt: activityExtensions.closesAt,
};

export type AttemptRow = typeof attempts.$inferSelect;

const own = kept((tx, lock: boolean) => {
  const query = tx
    .select({
      enrolmentId: enrolments.id,
      language: enrolments.language,
      sourceLanguage: courses.sourceLanguage,
      activityId: activities.id,
      activityKey: activities.key,
      titles: activities.titles,
      settings: activities.quiz,
      questionCount: activities.questionCount,
      extension,
    })
    .from(enrolments)
    .innerJoin(activities, eq(activities.versionId, enrolments.versionId))
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .leftJoin(activityExtensions, extended)
    .where(
      and(
        eq(enrolments.id, sql.placeholder('enrolment')),
        eq(enrolments.personId, sql.placeholder('person')),
        isNull(enrolments.withdrawnAt),
        eq(activities.id, sql.placeholder('activity')),
        eq(activities.kind, 'quiz'),
      ),
    );
  return lock ? query.for('update', { of: enrolments }) : query;
});

/** The actor's own path and the quiz on it; anything else does not exist. `lock` makes a second start wait. */
export async function ownQuiz(
  ctx: SignedIn,
  { enrolmentId, activityId }: { enrolmentId: string; activityId: string },
  lock = false,
) {
  const values = { enrolment: enrolmentId, activity: activityId, person: ctx.actor.personId };
  const [row] = await own(ctx.tx, values, lock);
  const quiz = found(row);
  return { ...quiz, settings: settingsOf(quiz.settings) };
}

const tries = kept((tx) =>
  tx
    .select({ attempt: attempts })
    .from(attempts)
    .innerJoin(activities, eq(activities.id, attempts.activityId))
    .where(
      and(
        eq(attempts.enrolmentId, sql.placeholder('enrolment')),
        eq(activities.key, sql.placeholder('activity')),
      ),
    )
    .orderBy(asc(attempts.startedAt), asc(attempts.id)),
);

/** Tries at one quiz on one path, the first first: those at its earlier versions too. */
export async function attemptsAt(
  ctx: SignedIn,
  { enrolmentId, activityKey }: { enrolmentId: string; activityKey: string },
): Promise<AttemptRow[]> {
  const rows = await tries(ctx.tx, { enrolment: enrolmentId, activity: activityKey }, undefined);
  return rows.map(({ attempt }) => attempt);
}

/** The quiz an attempt is at, whoever's it is: the attempt itself has been found readable before. */
export async function quizOfAttempt(ctx: SignedIn, attempt: Pick<AttemptRow, 'enrolmentId' | 'activityId'>) {
  const [row] = await ctx.tx
    .select({
      courseId: enrolments.courseId,
      sourceLanguage: courses.sourceLanguage,
      language: enrolments.language,
      enrolmentId: enrolments.id,
      activityKey: activities.key,
      settings: activities.quiz,
      extension,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(activities, eq(activities.id, attempt.activityId))
    .leftJoin(activityExtensions, extended)
    .where(eq(enrolments.id, attempt.enrolmentId));
  const quiz = found(row);
  return { ...quiz, settings: settingsOf(quiz.settings) };
}

/** The database's clock, read after the row was locked: what races a deadline is decided by it. */
export async function databaseNow(ctx: SignedIn): Promise<Date> {
  const [row] = await ctx.tx.execute<{ now: string | Date }>(sql`select clock_timestamp() as now`);
  return new Date(found(row).now);
}

export function settingsOf(settings: QuizSettings | null): QuizSettings {
  return found(settings ?? undefined);
}
