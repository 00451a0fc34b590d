import {
  activities,
  activityTexts,
  coursePrerequisites,
  courses,
  courseTexts,
  courseVersions,
} from '@concord/db/schema/courses';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError } from '../../errors.ts';
import { mayPublishCourse } from '../../policies/authoring.ts';
import { record } from '../../record/record.ts';
import { renderText } from '../courses/import/render.ts';
import { demandTemplate } from '../credential-templates/choose.ts';
import { courseMarking } from './create.ts';
import { lockDraft, type OwnCourse } from './load.ts';
import type { SaveCourseText, SaveFacts } from './schemas.ts';
import { assertUnchanged, stateOf } from './state.ts';
import { referencesFor } from './texts.ts';

/** What the facts of a course are called in their present state. */
export const factsState = (course: OwnCourse) => String(course.revision);

/** Keeps the facts of a course. All but the sequence apply at once: they are the course's, not a version's. */
export async function saveFacts(ctx: SignedIn, input: SaveFacts) {
  const { course, version } = await lockDraft(ctx, input.courseId);
  authorize(mayPublishCourse(ctx.actor, course.id));
  assertUnchanged(input.base, factsState(course));
  const { category, minutes, validityMonths, templateId, openEnrolment, licence, marking } = input;
  const markingId = marking ? await courseMarking(ctx, marking) : course.markingId;
  await demandTemplate(ctx, templateId, course.templateId);
  const templateWanted = templateId === null && input.keepsWanted ? course.templateWanted : null;
  const template = { templateId, templateWanted };
  const values = { category, minutes, validityMonths, ...template, openEnrolment, licence, markingId };
  const [saved] = await ctx.tx
    .update(courses)
    .set({ ...values, revision: sql`${courses.revision} + 1` })
    .where(eq(courses.id, course.id))
    .returning();
  await ctx.tx
    .update(courseVersions)
    .set({ sequence: input.sequence })
    .where(eq(courseVersions.id, version.id));
  await writePrerequisites(ctx, course.id, input.prerequisites);
  if (markingId !== course.markingId)
    await record(ctx, { action: 'course.marked', subject: 'course', subjectId: course.id, markingId });
  await record(ctx, { action: 'course.facts', subject: 'course', subjectId: course.id, markingId });
  return { base: saved ? factsState(saved) : input.base };
}

async function writePrerequisites(ctx: SignedIn, courseId: string, wanted: readonly string[]): Promise<void> {
  const ids = [...new Set(wanted)];
  if (ids.includes(courseId)) throw fieldError('prerequisites', 'authoring.prerequisiteItself');
  const there =
    ids.length === 0
      ? []
      : await ctx.tx.select({ id: courses.id }).from(courses).where(inArray(courses.id, ids));
  if (there.length !== ids.length) throw fieldError('prerequisites', 'invalid');
  await ctx.tx.delete(coursePrerequisites).where(eq(coursePrerequisites.courseId, courseId));
  if (ids.length > 0)
    await ctx.tx
      .insert(coursePrerequisites)
      .values(ids.map((requiredCourseId) => ({ courseId, requiredCourseId })));
}

/** What a course's own words in a language are called in their present state. */
export function courseTextState(text: Omit<SaveCourseText, 'courseId' | 'base' | 'language'>): string {
  const { title, summary, audience, objectives, description } = text;
  return stateOf({ title, summary, audience, objectives, description });
}

/** Keeps what the draft says of the course in one language. */
export async function saveCourseText(ctx: SignedIn, input: SaveCourseText) {
  const { course, version } = await lockDraft(ctx, input.courseId);
  const where = and(eq(courseTexts.versionId, version.id), eq(courseTexts.language, input.language));
  const [before] = await ctx.tx.select().from(courseTexts).where(where);
  if (!before) throw new AppError('CONFLICT', 'authoring.noSuchLanguage');
  assertUnchanged(input.base, courseTextState({ ...before, description: before.descriptionSource }));
  const { title, summary, audience, objectives, description } = input;
  const references = await referencesFor(ctx, course, description);
  const html = description === '' ? '' : renderText(description, input.language, references, 'about-').html;
  const values = {
    title,
    summary,
    audience,
    objectives,
    descriptionSource: description,
    descriptionHtml: html,
  };
  await ctx.tx.update(courseTexts).set(values).where(where);
  return { base: courseTextState(input), savedAt: ctx.now.toISOString() };
}

/** Adds a language to the draft: everything in it is missing at first. Learners see it once it is published. */
export async function addLanguage(ctx: SignedIn, courseId: string, language: string) {
  const { version } = await lockDraft(ctx, courseId);
  await ctx.tx
    .insert(courseTexts)
    .values({ versionId: version.id, language, title: '' })
    .onConflictDoNothing();
  return { language, revision: version.revision };
}

/** Takes a language out of the draft, with every word in it. The language of the source stays. */
export async function removeLanguage(ctx: SignedIn, courseId: string, language: string) {
  const { course, version } = await lockDraft(ctx, courseId);
  if (language === course.sourceLanguage) throw new AppError('CONFLICT', 'authoring.sourceStays');
  const ofVersion = ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.versionId, version.id));
  await ctx.tx
    .delete(activityTexts)
    .where(and(inArray(activityTexts.activityId, ofVersion), eq(activityTexts.language, language)));
  await ctx.tx
    .delete(courseTexts)
    .where(and(eq(courseTexts.versionId, version.id), eq(courseTexts.language, language)));
  await ctx.tx.execute(sql`update unit set titles = titles - ${language} where version_id = ${version.id}`);
  await ctx.tx.execute(
    sql`update activity set titles = titles - ${language} where version_id = ${version.id}`,
  );
  return { language, revision: version.revision };
}
