import { newId } from '@concord/db/ids';
import { learningPaths, pathCohorts } from '@concord/db/schema/competence';
import { cohorts, enrolments } from '@concord/db/schema/learning';
import { and, eq, sql } from 'drizzle-orm';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { managesCohort } from '../../policies/cohorts.ts';
import { record } from '../../record/record.ts';
import { notify, notifyAll } from '../notifications/notify.ts';
import { openTo, supersede } from '../readiness/assign.ts';
import { of } from '../readiness/evidence.ts';

type Cohort = { id: string; courseId: string; dueAt: Date | null };

/** The cohort, held, for who looks after it; NOT_FOUND where it may not be known. */
async function lockManaged(ctx: SignedIn, cohortId: string): Promise<Cohort> {
  const [row] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, cohortId)).for('update');
  const cohort = found(row);
  authorize(managesCohort(ctx.actor, cohort));
  if (cohort.archivedAt !== null) throw new AppError('CONFLICT', 'paths.cohortEnded');
  return cohort;
}

/**
 * Puts a cohort on a path: whoever is in it follows, and is enrolled in its courses with the cohort's
 * deadline; who comes later is enrolled by the job that gives them their seat. Repeated, it changes nothing.
 */
export async function putCohortOnPath(
  ctx: SignedIn,
  { pathId, cohortId }: { pathId: string; cohortId: string },
) {
  const [path] = await ctx.tx.select().from(learningPaths).where(eq(learningPaths.id, pathId));
  if (found(path).archivedAt !== null) throw new AppError('CONFLICT', 'paths.ended');
  const [known] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, cohortId));
  authorize(managesCohort(ctx.actor, found(known)));
  const cohort = await lockManaged(ctx, cohortId);
  await ctx.tx
    .insert(pathCohorts)
    .values({ pathId, cohortId, addedBy: ctx.actor.personId, addedAt: ctx.now })
    .onConflictDoNothing();
  const outcome = await enrolOnPaths(ctx, cohort, pathId);
  await tellOfPath(ctx, found(path), outcome.personIds);
  // Who holds all of it already earns what it awards; who does not manage their training cannot see that they do.
  await enqueue(ctx, 'holders', { cohortId });
  const { enrolled, notOpen } = outcome;
  const details = { cohortId, enrolled, notOpen };
  await record(ctx, { action: 'path.putCohort', subject: 'path', subjectId: pathId, details });
  return { pathId, enrolled, notOpen };
}

/** Tells people that they are on a path now. */
export function tellOfPath(
  ctx: Context,
  path: { id: string; slug: string; titles: Record<string, string> },
  personIds: string[],
) {
  return notify(ctx, {
    personIds,
    kind: 'pathGiven',
    path: `/learn/paths/${path.slug}`,
    subjectId: path.id,
    params: { name: path.titles.en ?? '', nameFr: path.titles.fr ?? '' },
  });
}

/** Takes a cohort off a path. Courses under way and what was earned stay. */
export async function takeCohortOffPath(
  ctx: SignedIn,
  { pathId, cohortId }: { pathId: string; cohortId: string },
) {
  const [path] = await ctx.tx
    .select({ id: learningPaths.id })
    .from(learningPaths)
    .where(eq(learningPaths.id, pathId));
  found(path);
  await lockManaged(ctx, cohortId);
  await ctx.tx
    .delete(pathCohorts)
    .where(and(eq(pathCohorts.pathId, pathId), eq(pathCohorts.cohortId, cohortId)));
  await record(ctx, { action: 'path.takeCohort', subject: 'path', subjectId: pathId, details: { cohortId } });
  return { pathId };
}

/**
 * Enrols a cohort's members in what they lack of one path, or of all the cohort is on; a completed path whose credential has
 * ended stays as evidence. A course that is not open to somebody is left out and counted. In order of the path it is the
 * prerequisites that hold: who is enrolled in all its courses still opens one after the other.
 */
export async function enrolOnPaths(
  ctx: Pick<Context, 'tx' | 'now' | 'actor'>,
  cohort: Cohort,
  pathId: string | null = null,
) {
  const rows = await ctx.tx.execute<{ personId: string; courseId: string }>(sql`
    select l.person_id as "personId", l.course_id as "courseId"
    from concord.path_lacking(${cohort.id}::uuid, ${pathId}::uuid) l`);
  const lacking = [...rows];
  const open = await openTo(ctx, lacking);
  const reached = lacking.filter(({ personId, courseId }) => open.has(of(personId, courseId)));
  await supersede(ctx, reached);
  const enrolledBy = ctx.actor?.personId ?? null;
  const made = reached.flatMap(({ personId, courseId }) => {
    const versionId = open.get(of(personId, courseId));
    const cohortId = courseId === cohort.courseId ? cohort.id : null;
    const given = { cohortId, enrolledBy, enrolledAt: ctx.now, dueAt: cohort.dueAt };
    return versionId ? [{ id: newId(), personId, courseId, versionId, ...given }] : [];
  });
  // Of two at once, each counts and tells of what it began itself.
  const begun =
    made.length === 0
      ? []
      : await ctx.tx
          .insert(enrolments)
          .values(made)
          .onConflictDoNothing()
          .returning({ personId: enrolments.personId });
  return {
    personIds: [...new Set(begun.map(({ personId }) => personId))],
    enrolled: begun.length,
    notOpen: lacking.length - reached.length,
  };
}

/** Moves the deadline of what a cohort's members take on its paths with the cohort's own, and tells them of each course. */
export async function movePathDeadlines(
  ctx: SignedIn,
  cohort: Pick<Cohort, 'id' | 'courseId'>,
  dueAt: Date | null,
) {
  const due = sql`${dueAt?.toISOString() ?? null}::timestamptz`;
  const moved = await ctx.tx.execute<{ personId: string; courseId: string; title: string | null }>(sql`
    update enrolment e set due_at = ${due}
    where e.withdrawn_at is null and e.completed_at is null and e.cohort_id is null and e.requirement_id is null
      and e.due_at is distinct from ${due} and e.course_id <> ${cohort.courseId}::uuid
      and exists (select from path_cohort k join cohort_member m on m.cohort_id = k.cohort_id
        join learning_path_step s on s.path_id = k.path_id
        where k.cohort_id = ${cohort.id}::uuid and m.person_id = e.person_id and s.course_id = e.course_id)
    returning e.person_id as "personId", e.course_id as "courseId", (select t.title from course c
      join course_text t on t.version_id = e.version_id and t.language = c.source_language where c.id = e.course_id) as title`);
  const courses = Map.groupBy([...moved], ({ courseId }) => courseId);
  await notifyAll(
    ctx,
    [...courses].map(([subjectId, rows]) => ({
      personIds: rows.map(({ personId }) => personId),
      kind: 'deadlineMoved' as const,
      path: '/learn' as const,
      subjectId,
      params: { course: rows[0]?.title ?? '' },
    })),
  );
}
