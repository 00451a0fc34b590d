import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { levels, markings } from '@concord/db/schema/markings';
import { and, eq, isNull, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a name in an address is an id, and no slug or key. */
export const isId = (name: string) => UUID.test(name);

/** The course an address names: by its slug, or by its id. */
export function courseNamed(name: string): SQL {
  return courseBy(isId(name), name);
}

export function courseBy(id: boolean, name: string | Placeholder): SQL {
  return eq(id ? courses.id : courses.slug, name);
}

/** The person's own enrolment in the course of the row, when it is open. */
export function ownEnrolment({ actor }: { actor: { personId: string | Placeholder } }): SQL | undefined {
  return and(
    eq(enrolments.courseId, courses.id),
    eq(enrolments.personId, actor.personId),
    isNull(enrolments.withdrawnAt),
  );
}

/** The person of a query that is kept. */
export const asker = { actor: { personId: sql.placeholder('person') } };

/** The version a person sees: the one they are enrolled in, else the newest. */
export const shownVersion = and(
  eq(courseVersions.courseId, courses.id),
  eq(
    courseVersions.id,
    sql`coalesce(${enrolments.versionId}, (
      select newest.id from ${courseVersions} newest
      where newest.course_id = ${courses.id} and newest.published_at is not null
      order by newest.number desc limit 1))`,
  ),
);

/** Whether the course of the row has anything that learners may see. */
export const isPublished = sql`exists (select 1 from course_version v
  where v.course_id = course.id and v.published_at is not null)`;

/** The draft of the course of the row, for those who write it. */
export const draftVersion = and(eq(courseVersions.courseId, courses.id), isNull(courseVersions.publishedAt));

/**
 * The language a version speaks to a reader: the first wish that it has words in, else the course's own. Where the course's
 * words are joined, theirs is the same and costs nothing: policies are set up for each reference to a table.
 */
export function shownLanguage(...wishes: (SQL | Placeholder | string | undefined)[]): SQL<string> {
  const given = wishes.filter((wish) => wish !== undefined);
  const inOrder = sql`array[${sql.join([...given, courses.sourceLanguage], sql`, `)}]::text[]`;
  return sql<string>`(select t.language from course_text t
    where t.version_id = ${courseVersions.id} and t.language = any(${inOrder})
    order by array_position(${inOrder}, t.language) limit 1)`;
}

/** The course's own words in a language. */
export function courseTextIn(language: SQL<string>): SQL | undefined {
  return and(eq(courseTexts.versionId, courseVersions.id), eq(courseTexts.language, language));
}

/** How many activities of an enrolment are done, and how many its version has. */
export const doneCount = sql<number>`(select count(*)::int from activity_progress done
  where done.enrolment_id = ${enrolments.id} and done.completed_at is not null)`;
export const activityCount = sql<number>`(select count(*)::int from activity one
  where one.version_id = ${courseVersions.id})`;

/** An instant as it crosses the API. */
export function iso(at: Date): string;
export function iso(at: Date | null): string | null;
export function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

/** A level as pages show it: its rank, and its name to the reader. */
export type Level = { rank: number; name: string };

/** The level of what stands under a marking; by itself, of the course of the row. */
export function levelOf(
  { locale }: Pick<SignedIn, 'locale'>,
  markingId: SQL | typeof courses.markingId = courses.markingId,
): SQL<Level> {
  const name = locale === 'fr' ? sql`l.name_fr` : sql`l.name_en`;
  return sql<Level>`(
    select json_build_object('rank', l.rank, 'name', ${name})
    from ${markings} m join ${levels} l on l.rank = m.level where m.id = ${markingId})`;
}
