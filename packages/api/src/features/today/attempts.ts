import { activities, courses, courseTexts } from '@concord/db/schema/courses';
import { attemptResponses, attempts, enrolments } from '@concord/db/schema/learning';
import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Reading } from './reader.ts';
import { inLanguage } from './titles.ts';

const SHOWN = 20;

/** Quizzes the person has begun and not handed in, and still may. */
export async function openAttempts({ tx, personId, locale, now }: Reading) {
  const own = alias(courseTexts, 'own_text');
  const source = alias(courseTexts, 'source_text');
  const rows = await tx
    .select({
      id: attempts.id,
      courseId: enrolments.courseId,
      markingId: courses.markingId,
      activityId: attempts.activityId,
      due: sql<Date | null>`least(${attempts.endsAt}, ${enrolments.dueAt})`.mapWith(attempts.endsAt),
      titles: activities.titles,
      language: enrolments.language,
      sourceLanguage: courses.sourceLanguage,
      course: sql<string>`coalesce(${own.title}, ${source.title}, ${courses.slug})`,
      answered: answeredQuestions.mapWith(Number),
      total: allQuestions.mapWith(Number),
    })
    .from(attempts)
    .innerJoin(activities, eq(activities.id, attempts.activityId))
    .innerJoin(enrolments, eq(enrolments.id, attempts.enrolmentId))
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .leftJoin(
      own,
      and(
        eq(own.versionId, enrolments.versionId),
        eq(own.language, sql`coalesce(${enrolments.language}, ${locale})`),
      ),
    )
    .leftJoin(
      source,
      and(eq(source.versionId, enrolments.versionId), eq(source.language, courses.sourceLanguage)),
    )
    .where(
      and(
        eq(attempts.personId, personId),
        isNull(attempts.submittedAt),
        or(isNull(attempts.endsAt), gt(attempts.endsAt, now)),
        isNull(enrolments.withdrawnAt),
      ),
    )
    .orderBy(desc(attempts.id))
    .limit(SHOWN);
  return rows.map((row) => ({
    ...row,
    activity: inLanguage(row.titles, [row.language, locale, row.sourceLanguage]),
  }));
}

const answeredQuestions = sql`(
  select count(${attemptResponses.answer}) from ${attemptResponses} where ${attemptResponses.attemptId} = ${attempts.id})`;

const allQuestions = sql`jsonb_array_length(${attempts.drawn})`;
