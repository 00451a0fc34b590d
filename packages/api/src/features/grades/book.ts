import { activities, courses, courseVersions, units } from '@concord/db/schema/courses';
import { cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { mayDecide, partiesOfGrades } from '../../policies/grades.ts';
import { mayExtend } from '../../policies/quizzes.ts';
import { courseTitle } from '../cohorts/queries.ts';
import { courseNamed } from '../courses/shown.ts';
import { bookRows } from './rows.ts';
import { judgedKinds } from './rules.ts';
import type { BookInput } from './schemas.ts';

const PAGE = 50;

/** Results of everybody on a course or in a cohort whose results the reader may see: person by judged activity. */
export async function gradeBook(ctx: SignedIn, input: BookInput, limit = PAGE) {
  const subject = await subjectOf(ctx, input.of);
  const seen = partiesOfGrades(ctx.actor, subject);
  found(seen === null || seen.length > 0 ? subject : undefined);
  const columns = await judgedActivities(ctx, subject.courseId);
  const { rows, next } = await bookRows(ctx, { ...subject, ...input, seen, limit });
  const invited = await ctx.tx
    .select({ id: parties.id, code: parties.code, nameEn: parties.nameEn, nameFr: parties.nameFr })
    .from(parties)
    .where(seen === null ? undefined : inArray(parties.id, seen))
    .orderBy(asc(parties.code));
  return {
    ...subject,
    parties: invited,
    columns,
    rows,
    next,
    can: { decide: mayDecide(ctx.actor, subject.courseId), extend: mayExtend(ctx.actor, subject) },
  };
}

/** Which course, and which cohort of it, is asked about. */
export async function subjectOf(ctx: SignedIn, of: BookInput['of']) {
  const course = { courseId: courses.id, slug: courses.slug, title: courseTitle(ctx.locale) };
  if ('course' in of) {
    const [row] = await ctx.tx.select(course).from(courses).where(courseNamed(of.course));
    return { ...found(row), cohortId: null, cohort: null };
  }
  const [row] = await ctx.tx
    .select({ ...course, nameEn: cohorts.nameEn, nameFr: cohorts.nameFr })
    .from(cohorts)
    .innerJoin(courses, eq(courses.id, cohorts.courseId))
    .where(eq(cohorts.id, of.cohortId));
  const { nameEn, nameFr, ...rest } = found(row);
  return { ...rest, cohortId: of.cohortId, cohort: { nameEn, nameFr } };
}

/** The judged activities of the version that is taken now, in their order. */
async function judgedActivities(ctx: SignedIn, courseId: string) {
  const newest = ctx.tx
    .select({ id: courseVersions.id })
    .from(courseVersions)
    .where(and(eq(courseVersions.courseId, courseId), isNotNull(courseVersions.publishedAt)))
    .orderBy(desc(courseVersions.number))
    .limit(1);
  const rows = await ctx.tx
    .select({ key: activities.key, kind: activities.kind, titles: activities.titles })
    .from(activities)
    .innerJoin(units, eq(units.id, activities.unitId))
    .where(and(eq(activities.versionId, sql`(${newest})`), inArray(activities.kind, [...judgedKinds])))
    .orderBy(asc(units.position), asc(activities.position));
  return rows.map(({ titles, ...row }) => ({
    ...row,
    title: titles[ctx.locale] ?? Object.values(titles)[0] ?? row.key,
  }));
}
