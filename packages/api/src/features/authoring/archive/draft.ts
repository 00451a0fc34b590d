import { newId } from '@concord/db/ids';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { files } from '@concord/db/schema/system';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../../context.ts';
import { AppError, authorize, fieldError, found } from '../../../errors.ts';
import {
  managesTraining,
  mayEditCourse,
  mayPublishCourse,
  writesCourses,
} from '../../../policies/authoring.ts';
import { record } from '../../../record/record.ts';
import { wholeFile } from '../../../storage/store.ts';
import { type ArchiveLimits, ArchiveRefused, unpack } from '../../../zip.ts';
import { isCourseSlug } from '../../courses/schemas.ts';
import { templateNamed } from '../../credential-templates/choose.ts';
import { courseMarking } from '../create.ts';
import { draftOf } from '../load.ts';
import type { BringArchive } from '../schemas.ts';
import { newestPublished, ofCourse } from '../versions.ts';
import { factsOf } from './import.ts';
import { readArchive } from './read.ts';
import type { CourseArchive } from './schema.ts';
import { type Files, writeContent } from './write-content.ts';

/** What an archive brought in a browser may hold: it is unpacked in the memory of a process that serves others. */
const LIMITS: ArchiveLimits = { bytes: 256 * 1024 ** 2, file: 128 * 1024 ** 2, entries: 6000 };

/** What an archive that was brought holds, what of it cannot be taken, and what would become of it. Nothing is written. */
export async function lookIntoArchive(ctx: SignedIn, fileId: string) {
  const { course, problems } = readArchive(await ownArchive(ctx, fileId));
  if (!course) return { problems, course: null, existing: null, missingTemplate: null, may: false };
  const existing = await courseAt(ctx, course.slug);
  const draft = existing && (await draftOf(ctx, existing.id));
  const published = existing && (await newestPublished(ctx, existing.id));
  return {
    problems,
    course: summaryOf(course),
    /** The template that the archive asks for and that is not here; of a new course, which takes its facts from it. */
    missingTemplate: existing
      ? null
      : ((await templateNamed(ctx, course.credentialTemplate)).templateWanted ?? null),
    existing: existing && {
      mine: mayEditCourse(ctx.actor, existing.id),
      otherSource: existing.sourceLanguage !== course.sourceLanguage,
      draft: draft && { number: draft.number },
      number: draft?.number ?? (published?.number ?? 0) + 1,
      mayReplace: mayPublishCourse(ctx.actor, existing.id),
    },
    may: existing ? mayEditCourse(ctx.actor, existing.id) : managesTraining(ctx.actor),
  };
}

function summaryOf(course: CourseArchive) {
  const activities = course.units.flatMap((unit) => unit.activities);
  const kinds = new Map<string, number>();
  for (const { kind } of activities) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    slug: course.slug,
    title: course.about[course.sourceLanguage]?.title ?? course.slug,
    languages: Object.keys(course.about),
    units: course.units.length,
    kinds: [...kinds].map(([kind, count]) => ({ kind: kind as (typeof activities)[number]['kind'], count })),
    questions: course.questions.length,
    files: course.files.length,
  };
}

/**
 * Takes an archive into the editor as a draft, whole or not at all: a new course, or the next version of one the person
 * writes. Learners get what they get now until it is published.
 */
export async function bringArchive(ctx: SignedIn, input: Omit<BringArchive, 'commandId'>) {
  const content = await ownArchive(ctx, input.fileId);
  const { course } = readArchive(content);
  if (!course) throw new AppError('BAD_REQUEST', 'authoring.archiveProblems');
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`course ${course.slug}`}, 0))`);
  const existing = await courseAt(ctx, course.slug);
  const at = existing
    ? await nextDraft(ctx, existing, course, input.overDraft)
    : await newCourse(ctx, course, input);
  const version = {
    ...{ id: newId(), courseId: at.id, number: at.number, digest: 'draft', basedOn: at.basedOn },
    ...{ sequence: course.sequence, notes: course.notes },
  };
  await ctx.tx
    .insert(courseVersions)
    .values({ ...version, createdBy: ctx.actor.personId, createdAt: ctx.now });
  await writeContent(ctx, { courseId: at.id, versionId: version.id }, course, content);
  await record(ctx, {
    ...ofCourse(at),
    action: 'course.archiveTaken',
    details: { version: at.number, new: existing === null },
  });
  return { courseId: at.id, slug: course.slug };
}

/** The unpacked archive that the person brought; anybody else's upload is not there. */
async function ownArchive(ctx: SignedIn, fileId: string): Promise<Files> {
  found(writesCourses(ctx.actor) || undefined);
  const own = and(eq(files.container, 'person'), eq(files.createdBy, ctx.actor.personId));
  const [row] = await ctx.tx
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), own));
  try {
    return await unpack(await wholeFile(ctx, found(row)), LIMITS);
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    throw new AppError('BAD_REQUEST', error.large ? 'authoring.archiveLarge' : 'authoring.archiveUnreadable');
  }
}

async function courseAt(ctx: SignedIn, slug: string) {
  const [row] = await ctx.tx.select().from(courses).where(eq(courses.slug, slug));
  return row ?? null;
}

type Place = { id: string; markingId: string; number: number; basedOn: string | null };

/** The place of the next version; a draft that stands there is given up only by who may, and when told so. */
async function nextDraft(
  ctx: SignedIn,
  existing: typeof courses.$inferSelect,
  course: CourseArchive,
  overDraft: boolean,
): Promise<Place> {
  const { id, markingId, sourceLanguage } = existing;
  if (!mayEditCourse(ctx.actor, id)) throw new AppError('CONFLICT', 'authoring.archiveTaken');
  if (sourceLanguage !== course.sourceLanguage) throw new AppError('CONFLICT', 'authoring.archiveSource');
  const draft = await draftOf(ctx, id);
  if (draft && !overDraft) throw new AppError('CONFLICT', 'authoring.archiveDraftOpen');
  if (draft) {
    authorize(mayPublishCourse(ctx.actor, id));
    await ctx.tx.delete(courseVersions).where(eq(courseVersions.id, draft.id));
  }
  const [newest] = await ctx.tx
    .select({ id: courseVersions.id, number: courseVersions.number })
    .from(courseVersions)
    .where(eq(courseVersions.courseId, id))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  return { id, markingId, number: (newest?.number ?? 0) + 1, basedOn: newest?.id ?? null };
}

async function newCourse(
  ctx: SignedIn,
  course: CourseArchive,
  wish: Pick<BringArchive, 'audience' | 'level'>,
): Promise<Place> {
  found(managesTraining(ctx.actor) || undefined);
  if (!isCourseSlug(course.slug)) throw fieldError('slug', 'key');
  const markingId = await courseMarking(ctx, wish);
  const [made] = await ctx.tx
    .insert(courses)
    .values({
      ...{ id: newId(), slug: course.slug, markingId, ...factsOf(course) },
      ...(await templateNamed(ctx, course.credentialTemplate)),
      ...{ createdBy: ctx.actor.personId, createdAt: ctx.now },
    })
    .onConflictDoNothing()
    .returning({ id: courses.id });
  if (!made) throw new AppError('CONFLICT', 'authoring.archiveTaken');
  return { id: made.id, markingId, number: 1, basedOn: null };
}
