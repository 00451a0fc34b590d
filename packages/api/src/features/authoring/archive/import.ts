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
import { templateNamed } from '../../credential-templates/choose.ts';
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
    return {
      change: 'unchanged' as const,
      slug: course.slug,
      number: existing.version,
      missingTemplate: null,
    };
  await goOverEdits(ctx, existing, options.overEdits);
  const markingId = await internMarking(ctx, options.marking);
  const courseId = existing?.id ?? newId();
  const template = await templateNamed(ctx, course.credentialTemplate);
  await writeCourse(
    ctx,
    courseId,
    { markingId, ...factsOf(course), ...template },
    existing ? null : course.slug,
  );
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
  return { change, slug: course.slug, number, missingTemplate: template.templateWanted ?? null };
}

type Facts = ReturnType<typeof factsOf> & Awaited<ReturnType<typeof templateNamed>> & { markingId: string };

/** Writes the facts of the course that is there, or of a new one at this address. */
async function writeCourse(ctx: Context, id: string, facts: Facts, slug: string | null) {
  if (slug === null) await ctx.tx.update(courses).set(facts).where(eq(courses.id, id));
  else await ctx.tx.insert(courses).values({ id, slug, createdAt: ctx.now, ...facts });
}

/** What an archive says of the course itself, whatever its version. */
export function factsOf({ sourceLanguage, about, ...course }: CourseArchive) {
  const { category, minutes, validityMonths, licence, attribution, openEnrolment } = course;
  return {
    ...{ sourceLanguage, languages: sourceFirst(Object.keys(about), sourceLanguage) },
    ...{ category, minutes, validityMonths, licence, attribution, openEnrolment },
  };
}
