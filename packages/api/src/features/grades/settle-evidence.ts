import { activityProgress } from '@concord/db/schema/learning';
import { and, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { recordAll } from '../../record/record.ts';
import { completeCourse } from '../enrolments/complete.ts';
import type { Own } from '../enrolments/own.ts';
import { courseCompleted } from '../enrolments/rules.ts';
import { reopenCourse } from './apply.ts';
import { change, type Outcome, stands } from './rules.ts';

/** A locked path and the activity of it that there is evidence about. */
export type Evidenced = Own & { activityId: string };

/**
 * Makes the progress of many paths say what the evidence says now, in a few statements: the activity is done for the
 * `proven` and open for the others, unless somebody decided over it, and the course follows. A credential already issued
 * is left alone, as after a decision.
 */
export async function settleEvidence(
  ctx: SignedIn,
  paths: readonly Evidenced[],
  proven: ReadonlySet<string>,
): Promise<void> {
  if (paths.length === 0) return;
  const parts = await partsOfAll(ctx, paths);
  const [done, open] = [new Set<Evidenced>(), new Set<Evidenced>()];
  for (const path of paths) {
    const part = parts.get(path.id)?.find(({ id }) => id === path.activityId);
    if (!part) continue;
    const wanted = stands(proven.has(path.id), part.decided);
    const next = change(wanted, part.completed);
    if (next === 'complete') done.add(path);
    if (next === 'reopen') open.add(path);
    part.completed = wanted;
  }
  await writeDone(ctx, [...done]);
  await writeOpen(ctx, [...open]);
  for (const path of [...done, ...open]) {
    const own = parts.get(path.id) ?? [];
    const next = change(
      stands(courseCompleted(own), own[0]?.courseDecided ?? null),
      path.completedAt !== null,
    );
    if (next === 'complete') await completeCourse(ctx, path);
    if (next === 'reopen') await reopenCourse(ctx, path);
  }
}

type Part = {
  id: string;
  required: boolean;
  completed: boolean;
  decided: Outcome | null;
  courseDecided: Outcome | null;
};

/** The activities of each path, with what is done and what was decided: one statement for all. */
async function partsOfAll(ctx: SignedIn, paths: readonly Evidenced[]): Promise<Map<string, Part[]>> {
  const ids = sql`${`{${paths.map(({ id }) => id).join(',')}}`}::uuid[]`;
  const rows = await ctx.tx.execute<{ path: string } & Part>(sql`
    with newest as (
      select distinct on (d.enrolment_id, d.activity_key) d.enrolment_id, d.activity_key, d.outcome
      from grade_decision d where d.enrolment_id = any(${ids}) order by d.enrolment_id, d.activity_key, d.id desc)
    select e.id as path, a.id, a.required, p.completed_at is not null as completed, n.outcome as decided,
      c.outcome as "courseDecided"
    from enrolment e join activity a on a.version_id = e.version_id
    left join activity_progress p on p.enrolment_id = e.id and p.activity_id = a.id
    left join newest n on n.enrolment_id = e.id and n.activity_key = a.key
    left join newest c on c.enrolment_id = e.id and c.activity_key is null
    where e.id = any(${ids})`);
  return Map.groupBy(rows, ({ path }) => path);
}

async function writeDone(ctx: SignedIn, paths: readonly Evidenced[]): Promise<void> {
  if (paths.length === 0) return;
  const at = ctx.now;
  await ctx.tx
    .insert(activityProgress)
    .values(
      paths.map(({ id, activityId }) => ({
        ...{ enrolmentId: id, activityId, firstSeenAt: at, seenAt: at, completedAt: at },
      })),
    )
    .onConflictDoUpdate({
      target: [activityProgress.enrolmentId, activityProgress.activityId],
      set: { completedAt: sql`coalesce(${activityProgress.completedAt}, excluded.completed_at)` },
    });
  await recordEach(ctx, 'activity.completed', paths);
}

async function writeOpen(ctx: SignedIn, paths: readonly Evidenced[]): Promise<void> {
  if (paths.length === 0) return;
  await ctx.tx
    .update(activityProgress)
    .set({ completedAt: null })
    .where(
      and(
        inArray(
          activityProgress.enrolmentId,
          paths.map(({ id }) => id),
        ),
        inArray(
          activityProgress.activityId,
          paths.map(({ activityId }) => activityId),
        ),
      ),
    );
  await recordEach(ctx, 'activity.reopened', paths);
}

function recordEach(ctx: SignedIn, action: string, paths: readonly Evidenced[]): Promise<void> {
  return recordAll(
    ctx,
    paths.map(({ id, activityId }) => ({
      ...{ action, subject: 'enrolment', subjectId: id, details: { activityId } },
    })),
  );
}
