import { learningPaths, pathCohorts } from '@concord/db/schema/competence';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { record } from '../../record/record.ts';
import { awardPaths } from './award.ts';
import { enrolOnPaths, tellOfPath } from './cohorts.ts';

/**
 * Brings who came into a cohort later onto the paths it is on: enrolled in what they lack, told, and given what they have
 * earned already. Who has it all is left alone, so running it again, or twice at once, does nothing.
 */
export async function followCohort(
  ctx: Context,
  cohort: { id: string; courseId: string; dueAt: Date | null },
): Promise<void> {
  const paths = await ctx.tx
    .select({ id: learningPaths.id, slug: learningPaths.slug, titles: learningPaths.titles })
    .from(pathCohorts)
    .innerJoin(learningPaths, and(eq(learningPaths.id, pathCohorts.pathId), isNull(learningPaths.archivedAt)))
    .where(eq(pathCohorts.cohortId, cohort.id));
  for (const path of paths) {
    const { personIds, enrolled } = await enrolOnPaths(ctx, cohort, path.id);
    if (enrolled === 0) continue;
    await tellOfPath(ctx, path, personIds);
    const details = { cohortId: cohort.id, enrolled };
    await record(ctx, { action: 'path.followCohort', subject: 'path', subjectId: path.id, details });
  }
  if (paths.length === 0) return;
  const earned = await ctx.tx.execute<{ id: string }>(sql`
    select distinct m.person_id as id from cohort_member m cross join lateral concord.paths_earned(m.person_id) e
    where m.cohort_id = ${cohort.id}::uuid`);
  for (const { id } of earned) await awardPaths(ctx, id);
}
