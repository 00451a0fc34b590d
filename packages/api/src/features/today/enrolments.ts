import { activities, courses, courseTexts, courseVersions, units } from '@concord/db/schema/courses';
import { activityProgress, credentials, enrolments } from '@concord/db/schema/learning';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Place } from '../courses/rules.ts';
import { nextPlace } from '../enrolments/place.ts';
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
      markingId: courses.markingId,
      due: enrolments.dueAt,
      completedAt: enrolments.completedAt,
      language: enrolments.language,
      sourceLanguage: courses.sourceLanguage,
      title: sql<string>`coalesce(${own.title}, ${source.title}, ${courses.slug})`,
      total: sql`path.total`.mapWith(Number),
      done: sql`path.done`.mapWith(Number),
      next: sql<Record<string, string> | null>`path.next`,
      place: sql<Place | null>`case when ${enrolments.completedAt} is null then ${nextPlace} end`,
      credentialId: credentials.id,
      validUntil: credentials.validUntil,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .innerJoin(courseVersions, eq(courseVersions.id, enrolments.versionId))
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
    .crossJoinLateral(path)
    .where(and(eq(enrolments.personId, personId), isNull(enrolments.withdrawnAt)))
    .orderBy(sql`${enrolments.completedAt} is not null`, asc(enrolments.dueAt), desc(enrolments.id))
    .limit(SHOWN);
  return rows.map((row) => ({
    ...row,
    next: row.next && inLanguage(row.next, [row.language, locale, row.sourceLanguage]),
  }));
}

/** Of an enrolment, as the course's page counts it: how much, how much is done, and what comes next of what is required. */
const path = sql`(
  select count(*) as total, count(*) filter (where done.activity_id is not null) as done,
    (array_agg(a.titles order by u.position, a.position)
      filter (where a.required and done.activity_id is null))[1] as next
  from ${activities} a join ${units} u on u.id = a.unit_id and u.version_id = ${enrolments.versionId}
  left join ${activityProgress} done on done.enrolment_id = ${enrolments.id} and done.activity_id = a.id
    and done.completed_at is not null
  where a.version_id = ${enrolments.versionId}) path`;
