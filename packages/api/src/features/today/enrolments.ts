import { activities, courses, courseTexts, units } from '@concord/db/schema/courses';
import { activityProgress, credentials, enrolments } from '@concord/db/schema/learning';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Reading } from './reader.ts';
import { inLanguage } from './titles.ts';

const SHOWN = 50;

/** A person's courses: how far each is, what comes next in it, and what it earned. */
export async function myEnrolments({ tx, personId, locale }: Reading) {
  const own = alias(courseTexts, 'own_text');
  const source = alias(courseTexts, 'source_text');
  const rows = await tx
    .select({
      id: enrolments.id,
      courseId: enrolments.courseId,
      due: enrolments.dueAt,
      completedAt: enrolments.completedAt,
      language: enrolments.language,
      sourceLanguage: courses.sourceLanguage,
      title: sql<string>`coalesce(${own.title}, ${source.title}, ${courses.slug})`,
      total: requiredActivities.mapWith(Number),
      done: doneActivities.mapWith(Number),
      next: nextTitles,
      credentialId: credentials.id,
      validUntil: credentials.validUntil,
    })
    .from(enrolments)
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
    .leftJoin(credentials, and(eq(credentials.enrolmentId, enrolments.id), isNull(credentials.revokedAt)))
    .where(and(eq(enrolments.personId, personId), isNull(enrolments.withdrawnAt)))
    .orderBy(sql`${enrolments.completedAt} is not null`, asc(enrolments.dueAt), desc(enrolments.id))
    .limit(SHOWN);
  return rows.map((row) => ({
    ...row,
    next: row.next && inLanguage(row.next, [row.language, locale, row.sourceLanguage]),
  }));
}

const requiredActivities = sql`(
  select count(*) from ${activities}
  where ${activities.versionId} = ${enrolments.versionId} and ${activities.required})`;

const doneActivities = sql`(
  select count(*) from ${activityProgress} join ${activities} on ${activities.id} = ${activityProgress.activityId}
  where ${activityProgress.enrolmentId} = ${enrolments.id} and ${activities.required}
    and ${activityProgress.completedAt} is not null)`;

const nextTitles = sql<Record<string, string> | null>`(
  select ${activities.titles} from ${activities} join ${units} on ${units.id} = ${activities.unitId}
  where ${activities.versionId} = ${enrolments.versionId} and ${activities.required}
    and not exists (
      select 1 from ${activityProgress} where ${activityProgress.enrolmentId} = ${enrolments.id}
        and ${activityProgress.activityId} = ${activities.id} and ${activityProgress.completedAt} is not null)
  order by ${units.position}, ${activities.position} limit 1)`;
