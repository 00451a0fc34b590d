import { newId } from '@concord/db/ids';
import { courses, courseVersions } from '@concord/db/schema/courses';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { internMarking } from '../../../marking/intern.ts';
import type { Marking } from '../../../marking/rules.ts';
import { record } from '../../../record/record.ts';
import { fixPools } from '../../bank/pools.ts';
import { sha256 } from '../../courses/import/digest.ts';
import { moveEnrolments } from '../../courses/import/move-enrolments.ts';
import { findCourse, goOverEdits } from '../../courses/import/write.ts';
import { sourceFirst } from '../outline.ts';
import type { CourseArchive } from './schema.ts';
import { type Files, writeContent } from './write-content.ts';

/**
 * Writes an archive as a published version, in the caller's transaction: the same archive again changes nothing, and
 * what authors wrote since is not gone over unless that is asked for.
 */
export async function importArchive(
  ctx: Context,
  course: CourseArchive,
  files: Files,
  options: { marking: Marking; overEdits: boolean },
) {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`course ${course.slug}`}, 0))`);
  const digest = sha256(
    [...files]
      .sort()
      .map(([path, bytes]) => `${path} ${sha256(bytes)}`)
      .join('\n'),
  );
  const existing = await findCourse(ctx, course.slug);
  if (existing?.imported.includes(digest) && !options.overEdits)
    return { change: 'unchanged' as const, slug: course.slug, number: existing.version };
  await goOverEdits(ctx, existing, options.overEdits);
  const markingId = await internMarking(ctx, options.marking);
  const courseId = existing?.id ?? newId();
  await writeCourse(ctx, courseId, course, markingId, existing !== null);
  const number = (existing?.version ?? 0) + 1;
  const versionId = newId();
  const { sequence, notes } = course;
  const dates = { publishedAt: ctx.now, createdAt: ctx.now };
  await ctx.tx
    .insert(courseVersions)
    .values({ id: versionId, courseId, number, digest, sequence, notes, ...dates });
  await writeContent(ctx, { courseId, versionId }, course, files);
  await fixPools(ctx, versionId);
  await moveEnrolments(ctx, courseId, versionId);
  const change = existing ? ('updated' as const) : ('created' as const);
  await record(ctx, {
    action: `course.${change}`,
    subject: 'course',
    subjectId: courseId,
    markingId,
    details: { version: number },
  });
  return { change, slug: course.slug, number };
}

async function writeCourse(
  ctx: Context,
  id: string,
  course: CourseArchive,
  markingId: string,
  exists: boolean,
) {
  const values = { markingId, ...factsOf(course) };
  if (exists) await ctx.tx.update(courses).set(values).where(eq(courses.id, id));
  else await ctx.tx.insert(courses).values({ id, slug: course.slug, createdAt: ctx.now, ...values });
}

/** What an archive says of the course itself, whatever its version. */
export function factsOf({ sourceLanguage, about, ...course }: CourseArchive) {
  const { category, minutes, validityMonths, licence, attribution, openEnrolment } = course;
  return {
    ...{ sourceLanguage, languages: sourceFirst(Object.keys(about), sourceLanguage) },
    ...{ category, minutes, validityMonths, licence, attribution, openEnrolment },
  };
}
