import { activities, courses, courseVersions } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found, notFound } from '../../errors.ts';
import { mayReadActivities } from '../../policies/courses.ts';
import { courseNamed, ownEnrolment, shownVersion } from '../courses/shown.ts';

/** What a note is sealed as, so that it opens as nothing else. */
export const noteAad = (noteId: string, revision: number) => `study-note ${noteId} ${revision}`;

/** A course whose pages the person may read; to anybody else it is not there. */
export async function studiedCourse(ctx: SignedIn, name: string) {
  const [row] = await ctx.tx
    .select({
      id: courses.id,
      slug: courses.slug,
      sourceLanguage: courses.sourceLanguage,
      versionId: courseVersions.id,
      enrolled: sql<boolean>`${enrolments.id} is not null`,
    })
    .from(courses)
    .leftJoin(enrolments, ownEnrolment(ctx))
    .innerJoin(courseVersions, shownVersion)
    .where(courseNamed(name));
  const course = found(row);
  if (!mayReadActivities(ctx.actor, course)) throw notFound();
  return course;
}

/** Whether the version the person sees has the activity. */
export async function demandActivity(ctx: SignedIn, versionId: string, key: string): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.versionId, versionId), eq(activities.key, key)));
  found(row);
}
