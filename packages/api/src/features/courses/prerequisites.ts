import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { and, asc, inArray, isNotNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

/** What a course asks for, as one value of a query over courses: ids, and whether the person holds each now. */
export const asksFor = sql<Asked[] | null>`(
  select json_agg(json_build_object('id', p.course_id, 'met', p.met)) from concord.prerequisites(course.id) p)`;

type Asked = { id: string; met: boolean };

/** A course that has to be held; without a name where it is not open to the person. */
export type RequiredCourse = Asked & { course: { slug: string; title: string; language: string } | null };

/** Names what a course asks for. Nothing is looked up where it asks for nothing. */
export async function namePrerequisites(ctx: SignedIn, asked: Asked[] | null): Promise<RequiredCourse[]> {
  if (!asked) return [];
  const rows = await ctx.tx
    .selectDistinctOn([courses.id], {
      id: courses.id,
      slug: courses.slug,
      title: courseTexts.title,
      language: courseTexts.language,
    })
    .from(courses)
    .innerJoin(courseVersions, sql`${courseVersions.courseId} = ${courses.id}`)
    .innerJoin(courseTexts, sql`${courseTexts.versionId} = ${courseVersions.id}`)
    .where(
      and(
        inArray(
          courses.id,
          asked.map(({ id }) => id),
        ),
        isNotNull(courseVersions.publishedAt),
      ),
    )
    .orderBy(
      asc(courses.id),
      sql`${courseTexts.language} = ${ctx.locale} desc`,
      sql`${courseTexts.language} = ${courses.sourceLanguage} desc`,
      sql`${courseVersions.number} desc`,
    );
  return asked.map(({ id, met }) => {
    const row = rows.find((one) => one.id === id);
    return { id, met, course: row ? { slug: row.slug, title: row.title, language: row.language } : null };
  });
}
