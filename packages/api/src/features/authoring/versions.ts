import { newId } from '@concord/db/ids';
import {
  activities,
  activityTexts,
  courseTexts,
  courseVersions,
  questions,
  units,
} from '@concord/db/schema/courses';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize } from '../../errors.ts';
import { mayPublishCourse } from '../../policies/authoring.ts';
import { record } from '../../record/record.ts';
import { draftOf, lockDraft, ownCourse } from './load.ts';

/** The version learners get now, or undefined before the first. */
export async function newestPublished(ctx: SignedIn, courseId: string) {
  const [version] = await ctx.tx
    .select()
    .from(courseVersions)
    .where(and(eq(courseVersions.courseId, courseId), isNotNull(courseVersions.publishedAt)))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return version;
}

/** Begins the next version as a copy of the published one; who comes second gets the draft that is there. */
export async function startVersion(ctx: SignedIn, courseId: string) {
  const course = await ownCourse(ctx, courseId);
  const from = await newestPublished(ctx, course.id);
  const [draft] = await ctx.tx
    .insert(courseVersions)
    .values({
      id: newId(),
      courseId: course.id,
      number: (from?.number ?? 0) + 1,
      digest: 'draft',
      basedOn: from?.id ?? null,
      sequence: from?.sequence ?? 'free',
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!draft) {
    const there = await draftOf(ctx, course.id);
    if (there) return { versionId: there.id, number: there.number };
    throw new AppError('CONFLICT', 'CONFLICT');
  }
  if (from) await copyVersion(ctx, from.id, draft.id);
  await record(ctx, {
    ...ofCourse(course),
    action: 'course.versionStarted',
    details: { version: draft.number },
  });
  return { versionId: draft.id, number: draft.number };
}

/** Gives a draft up. What is published stays as it is. */
export async function discardDraft(ctx: SignedIn, courseId: string) {
  const { course, version } = await lockDraft(ctx, courseId);
  authorize(mayPublishCourse(ctx.actor, course.id));
  if (!(await newestPublished(ctx, course.id))) throw new AppError('CONFLICT', 'authoring.onlyDraft');
  await ctx.tx.delete(courseVersions).where(eq(courseVersions.id, version.id));
  await record(ctx, {
    ...ofCourse(course),
    action: 'course.draftDiscarded',
    details: { version: version.number },
  });
  return { courseId: course.id };
}

/** A course as the subject of a row of the record. */
export const ofCourse = ({ id, markingId }: { id: string; markingId: string }) => ({
  subject: 'course',
  subjectId: id,
  markingId,
});

/** Copies texts, units, activities and the slots of quizzes: keys stay, ids are new, and no question is copied. */
async function copyVersion(ctx: SignedIn, from: string, to: string): Promise<void> {
  const { tx } = ctx;
  const texts = await tx.select().from(courseTexts).where(eq(courseTexts.versionId, from));
  if (texts.length > 0) await tx.insert(courseTexts).values(texts.map((row) => ({ ...row, versionId: to })));
  const unitIds = new Map<string, string>();
  const unitRows = (await tx.select().from(units).where(eq(units.versionId, from))).map((row) => {
    const id = fresh(unitIds, row.id);
    return { ...row, id, versionId: to };
  });
  if (unitRows.length === 0) return;
  await tx.insert(units).values(unitRows);
  const ids = new Map<string, string>();
  const rows = (await tx.select().from(activities).where(eq(activities.versionId, from))).map((row) => {
    const id = fresh(ids, row.id);
    return { ...row, id, versionId: to, unitId: unitIds.get(row.unitId) ?? row.unitId };
  });
  await inBatches(rows, (part) => tx.insert(activities).values(part));
  await copyContent(ctx, ids);
}

async function copyContent({ tx }: SignedIn, ids: ReadonlyMap<string, string>): Promise<void> {
  const before = [...ids.keys()];
  if (before.length === 0) return;
  const copied = <Row extends { activityId: string }>(row: Row): Row => ({
    ...row,
    activityId: ids.get(row.activityId) ?? row.activityId,
  });
  const texts = await tx.select().from(activityTexts).where(inArray(activityTexts.activityId, before));
  await inBatches(texts.map(copied), (part) => tx.insert(activityTexts).values(part));
  const asked = await tx.select().from(questions).where(inArray(questions.activityId, before));
  const slots = asked.map((row) => ({ ...copied(row), id: newId(), pool: null }));
  await inBatches(slots, (part) => tx.insert(questions).values(part));
}

function fresh(ids: Map<string, string>, before: string): string {
  const id = newId();
  ids.set(before, id);
  return id;
}

/** A statement takes 65,535 values at most. */
async function inBatches<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) await insert(rows.slice(from, from + 1000));
}
