import { activities, courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { asksIn } from '../../policies/threads.ts';
import { courseNamed, courseTextIn, ownEnrolment, shownLanguage, shownVersion } from '../courses/shown.ts';

/** A course in which the person asks and reads; to anybody else its questions are not there. */
export async function askedCourse(ctx: SignedIn, name: string) {
  const [row] = await ctx.tx
    .select({
      id: courses.id,
      slug: courses.slug,
      sourceLanguage: courses.sourceLanguage,
      markingId: courses.markingId,
      title: courseTexts.title,
      versionId: courseVersions.id,
      language: courseTexts.language,
      enrolled: sql<boolean>`${enrolments.id} is not null`,
      titles: sql<Record<string, string>>`(
        select json_object_agg(t.language, t.title) from course_text t where t.version_id = ${courseVersions.id})`,
      bodyId: sql<string | null>`(select b.id from body b where b.course_id = ${courses.id})`,
    })
    .from(courses)
    .leftJoin(enrolments, ownEnrolment(ctx))
    .innerJoin(courseVersions, shownVersion)
    .innerJoin(courseTexts, courseTextIn(shownLanguage(ctx.locale)))
    .where(courseNamed(name));
  if (!row || !asksIn(ctx.actor, row)) throw notFound();
  return row;
}

export type AskedCourse = Awaited<ReturnType<typeof askedCourse>>;

/** The activities of the version the person sees, by key. */
export async function titlesByKey(ctx: SignedIn, { versionId }: AskedCourse) {
  const rows = await ctx.tx
    .select({ key: activities.key, titles: activities.titles })
    .from(activities)
    .where(and(eq(activities.versionId, versionId)));
  return new Map(rows.map(({ key, titles }) => [key, titles]));
}
