import { activities, courses, courseVersions, units } from '@concord/db/schema/courses';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found, notFound } from '../../errors.ts';
import { mayEditCourse, mayPublishCourse } from '../../policies/authoring.ts';
import { courseNamed } from '../courses/shown.ts';

/** A course as its authors handle it. */
export type OwnCourse = typeof courses.$inferSelect;
/** The draft of a course, locked by the command that writes into it. */
export type Draft = { course: OwnCourse; version: typeof courseVersions.$inferSelect };

/** A course the person writes; to anybody else its editor is not there. */
export async function ownCourse(ctx: SignedIn, name: string): Promise<OwnCourse> {
  const [course] = await ctx.tx.select().from(courses).where(courseNamed(name));
  if (!course || !mayEditCourse(ctx.actor, course.id)) throw notFound();
  return course;
}

/** As `ownCourse`, for what the course director decides. */
export async function directedCourse(ctx: SignedIn, name: string): Promise<OwnCourse> {
  const course = await ownCourse(ctx, name);
  authorize(mayPublishCourse(ctx.actor, course.id));
  return course;
}

/** The draft of a course without a lock, or null. */
export async function draftOf(ctx: SignedIn, courseId: string): Promise<Draft['version'] | null> {
  const [version] = await ctx.tx
    .select()
    .from(courseVersions)
    .where(and(eq(courseVersions.courseId, courseId), isNull(courseVersions.publishedAt)));
  return version ?? null;
}

/** Locks the draft: changes to it follow one another, and each raises its revision. */
export async function lockDraft(ctx: SignedIn, courseId: string): Promise<Draft> {
  const course = await ownCourse(ctx, courseId);
  const [version] = await ctx.tx
    .update(courseVersions)
    .set({ revision: sql`${courseVersions.revision} + 1` })
    .where(and(eq(courseVersions.courseId, course.id), isNull(courseVersions.publishedAt)))
    .returning();
  if (!version) throw new AppError('CONFLICT', 'authoring.noDraft');
  return { course, version };
}

/** A unit of the draft. */
export async function unitOf(ctx: SignedIn, { version }: Draft, unitId: string) {
  const [row] = await ctx.tx
    .select()
    .from(units)
    .where(and(eq(units.id, unitId), eq(units.versionId, version.id)));
  return found(row);
}

/** An activity of the draft. */
export async function activityOf(ctx: SignedIn, { version }: Draft, activityId: string) {
  const [row] = await ctx.tx
    .select()
    .from(activities)
    .where(and(eq(activities.id, activityId), eq(activities.versionId, version.id)));
  return found(row);
}
