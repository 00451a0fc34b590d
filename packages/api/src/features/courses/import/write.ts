import { newId } from '@concord/db/ids';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { AppError } from '../../../errors.ts';
import { internMarking } from '../../../marking/intern.ts';
import type { Marking } from '../../../marking/rules.ts';
import { record } from '../../../record/record.ts';
import { pinQuestions } from '../../bank/bank-course.ts';
import { digestOf } from './digest.ts';
import { type Moved, moveEnrolments } from './move-enrolments.ts';
import { referencesOf } from './render.ts';
import { storeImages } from './store-images.ts';
import type { CourseDraft } from './types.ts';
import { writeVersion } from './write-version.ts';

/** What an import did to the catalogue. */
export type ImportOutcome = {
  change: 'created' | 'updated' | 'unchanged';
  courseId: string;
  slug: string;
  /** The number of the version that is in the catalogue now. */
  version: number;
  imagesStored: number;
  imagesReused: number;
  enrolments: Moved;
};

type Existing = {
  id: string;
  markingId: string;
  /** The number of the newest version, a draft included. */
  version: number;
  /** Digests of everything that was imported before. */
  imported: string[];
  draft: string | null;
  /** Whether the newest published version was written in the editor. */
  edited: boolean;
} | null;

/**
 * Writes a course as one version, in the caller's transaction: rendered once, images stored as files. The same draft
 * again changes nothing; a changed one becomes the next version, and enrolments move to it as `movesAlong` decides.
 * What authors wrote since, as a draft or as a version, is not gone over unless that is asked for.
 */
export async function importCourse(
  ctx: Context,
  draft: CourseDraft,
  options: { marking: Marking; overEdits?: boolean },
): Promise<ImportOutcome> {
  const course = writable(draft);
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`course ${course.slug}`}, 0))`);
  const markingId = await internMarking(ctx, options.marking);
  const existing = await findCourse(ctx, course.slug);
  const digest = digestOf(draft);
  if (existing?.imported.includes(digest) && !options.overEdits)
    return unchanged(ctx, existing, course.slug, markingId);
  await goOverEdits(ctx, existing, options.overEdits ?? false);
  const courseId = existing?.id ?? newId();
  await writeCourse(ctx, courseId, course, markingId, existing !== null);
  const images = await storeImages(ctx, courseId, course.images);
  const number = (existing?.version ?? 0) + 1;
  const references = referencesOf(course, images.urls);
  const pinned = await pinQuestions(ctx, course, images.urls);
  const versionId = await writeVersion(ctx, { courseId, number, digest, draft: course, references, pinned });
  const enrolments = await moveEnrolments(ctx, courseId, versionId);
  const change = existing ? 'updated' : 'created';
  await record(ctx, {
    action: `course.${change}`,
    subject: 'course',
    subjectId: courseId,
    markingId,
    details: { version: number, ...enrolments },
  });
  const { stored: imagesStored, reused: imagesReused } = images;
  return { change, courseId, slug: course.slug, version: number, imagesStored, imagesReused, enrolments };
}

/** A draft without what cannot be taken by anybody: quizzes without questions, pages and units without anything. */
function writable(draft: CourseDraft): CourseDraft {
  const units = draft.units
    .map((unit) => ({
      ...unit,
      activities: unit.activities.filter(({ kind, quiz, texts }) =>
        kind === 'quiz' ? (quiz?.questions.length ?? 0) > 0 : Object.keys(texts).length > 0,
      ),
    }))
    .filter(({ activities }) => activities.length > 0);
  const keys = units.flatMap(({ activities }) => activities.map(({ key }) => key));
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new AppError('BAD_REQUEST', 'course.keyTwice', { key: twice });
  if (units.length === 0 || draft.texts[draft.sourceLanguage] === undefined)
    throw new AppError('BAD_REQUEST', 'course.empty');
  return { ...draft, units };
}

/** A course by its slug, and what was imported into it and written in it before. */
export async function findCourse(ctx: Context, slug: string): Promise<Existing> {
  const [row] = await ctx.tx
    .select({
      id: courses.id,
      markingId: courses.markingId,
      version: sql<number>`(select max(v.number) from course_version v where v.course_id = course.id)`,
      imported: sql<string[]>`array(select v.digest from course_version v where v.course_id = course.id
        and v.created_by is null and v.published_at is not null)`,
      draft: sql<string | null>`(select v.id from course_version v where v.course_id = course.id
        and v.published_at is null)`,
      edited: sql<boolean>`coalesce((select v.created_by is not null from course_version v
        where v.course_id = course.id and v.published_at is not null order by v.number desc limit 1), false)`,
    })
    .from(courses)
    .where(eq(courses.slug, slug));
  return row ?? null;
}

/** Stops an import that would take the place of what authors wrote; asked for, it gives their draft up. */
export async function goOverEdits(ctx: Context, existing: Existing, asked: boolean): Promise<void> {
  if (!existing) return;
  if (existing.draft && !asked) throw new AppError('CONFLICT', 'course.draftOpen');
  if (existing.edited && !asked) throw new AppError('CONFLICT', 'course.edited');
  if (existing.draft) await ctx.tx.delete(courseVersions).where(eq(courseVersions.id, existing.draft));
}

async function unchanged(
  ctx: Context,
  { id, markingId: before, version }: NonNullable<Existing>,
  slug: string,
  markingId: string,
): Promise<ImportOutcome> {
  if (before !== markingId) {
    await ctx.tx.update(courses).set({ markingId }).where(eq(courses.id, id));
    await record(ctx, { action: 'course.marked', subject: 'course', subjectId: id, markingId });
  }
  return {
    change: 'unchanged',
    courseId: id,
    slug,
    version,
    imagesStored: 0,
    imagesReused: 0,
    enrolments: { moved: 0, stayed: 0 },
  };
}

async function writeCourse(
  ctx: Context,
  id: string,
  draft: CourseDraft,
  markingId: string,
  exists: boolean,
): Promise<void> {
  const { slug, sourceLanguage, languages, category, minutes, validityMonths, licence, attribution } = draft;
  const values = {
    markingId,
    sourceLanguage,
    languages,
    category,
    minutes,
    validityMonths,
    licence,
    attribution: attribution && { ...attribution },
  };
  if (exists) await ctx.tx.update(courses).set(values).where(eq(courses.id, id));
  else await ctx.tx.insert(courses).values({ id, slug, createdAt: ctx.now, ...values });
}
