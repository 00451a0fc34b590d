import { exercises } from '@concord/db/schema/exercises';
import { injects } from '@concord/db/schema/injects';
import { lessonActions, lessonLinks, lessons } from '@concord/db/schema/lessons';
import { texts } from '@concord/db/schema/texts';
import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { openAcross, openRows } from './sealed.ts';

/** What actions of an exercise have become, as far as the reader may follow it; what they may not read has no name. */
export async function linksOf(ctx: SignedIn, exerciseId: string, actionIds: readonly string[]) {
  if (actionIds.length === 0) return [];
  const rows = await ctx.tx
    .select({
      ...{
        id: lessonLinks.id,
        actionId: lessonLinks.actionId,
        kind: lessonLinks.kind,
        sealed: lessonLinks.sealed,
      },
      requirementId: lessonLinks.requirementId,
      ...{ textId: texts.id, text: texts.title },
      unit: unitTitle(ctx.locale),
      course: sql<string | null>`(select c.slug from course c where c.id = ${lessonLinks.courseId})`,
      inject: injects.number,
      exercise: exercises.code,
      requirement: sql<
        string | null
      >`(select coalesce(r.titles->>${ctx.locale}, r.titles->>'en') from requirement r
        where r.id = ${lessonLinks.requirementId})`,
    })
    .from(lessonLinks)
    .leftJoin(injects, eq(injects.id, lessonLinks.injectId))
    .leftJoin(exercises, eq(exercises.id, injects.exerciseId))
    .leftJoin(texts, eq(texts.id, lessonLinks.textId))
    .where(inArray(lessonLinks.actionId, [...actionIds]))
    .orderBy(asc(lessonLinks.id));
  const open = await openRows(ctx, exerciseId, rows.length > 0);
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    document: sealed ? open('link', row.id, sealed) : null,
  }));
}

const unitTitle = (locale: string) => sql<string | null>`(
  select coalesce(u.titles->>${locale}, u.titles->>c.source_language) from unit u
  join course_version v on v.id = u.version_id join course c on c.id = v.course_id
  where v.course_id = ${lessonLinks.courseId} and u.key = ${lessonLinks.unitKey}
  order by v.number desc limit 1)`;

/** The lessons that something follows from, as far as the reader may know of them. */
export async function lessonsBehind(
  ctx: SignedIn,
  { kind, id }: { kind: 'unit' | 'inject' | 'requirement' | 'text'; id: string },
) {
  const where: Record<typeof kind, SQL> = {
    unit: eq(lessonLinks.courseId, id),
    inject: eq(injects.exerciseId, id),
    requirement: eq(lessonLinks.requirementId, id),
    // Of a text that the reader may not read, nothing is told.
    text: sql`${lessonLinks.textId} in (select t.id from text t where t.id = ${id})`,
  };
  const rows = await ctx.tx
    .select({
      ...{ id: lessonLinks.id, unit: unitTitle(ctx.locale), inject: injects.number },
      ...{ lessonId: lessons.id, number: lessons.number, sealed: lessons.sealed },
      ...{ exerciseId: exercises.id, code: exercises.code },
    })
    .from(lessonLinks)
    .innerJoin(lessonActions, eq(lessonActions.id, lessonLinks.actionId))
    .innerJoin(lessons, eq(lessons.id, lessonActions.lessonId))
    .innerJoin(exercises, eq(exercises.id, lessons.exerciseId))
    .leftJoin(injects, eq(injects.id, lessonLinks.injectId))
    .where(where[kind])
    .orderBy(desc(lessonLinks.id))
    .limit(50);
  const open = await openAcross(
    ctx,
    rows.map((row) => row.exerciseId),
  );
  return rows.map(({ sealed, exerciseId, lessonId, ...row }) => ({
    ...row,
    lessonId,
    title: open(exerciseId, 'lesson', { id: lessonId, sealed }).title,
  }));
}
