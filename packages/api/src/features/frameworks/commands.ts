import { newId } from '@concord/db/ids';
import { competencyMaps, frameworkItems } from '@concord/db/schema/competence';
import { courses } from '@concord/db/schema/courses';
import { and, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, found } from '../../errors.ts';
import { mapsCompetenciesOf } from '../../policies/frameworks.ts';
import { record } from '../../record/record.ts';
import type { MapInput } from './schemas.ts';

/** Says that a course teaches something of a framework, or takes it back. Said twice, it stands once. */
export async function mapCourse(ctx: SignedIn, { itemId, courseId, maps }: MapInput) {
  const [item] = await ctx.tx
    .select({ id: frameworkItems.id })
    .from(frameworkItems)
    .where(eq(frameworkItems.id, itemId));
  const [course] = await ctx.tx.select({ id: courses.id }).from(courses).where(eq(courses.id, courseId));
  found(item && course);
  authorize(mapsCompetenciesOf(ctx.actor, courseId));
  if (maps)
    await ctx.tx
      .insert(competencyMaps)
      .values({ id: newId(), itemId, subject: 'course', subjectId: courseId, createdBy: ctx.actor.personId })
      .onConflictDoNothing();
  else
    await ctx.tx
      .delete(competencyMaps)
      .where(
        and(
          eq(competencyMaps.itemId, itemId),
          eq(competencyMaps.subject, 'course'),
          eq(competencyMaps.subjectId, courseId),
        ),
      );
  await record(ctx, {
    action: maps ? 'competency.map' : 'competency.unmap',
    subject: 'course',
    subjectId: courseId,
    details: { itemId },
  });
  return { itemId, courseId };
}
