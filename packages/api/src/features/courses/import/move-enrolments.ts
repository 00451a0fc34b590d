import { activities } from '@concord/db/schema/courses';
import { activityProgress, attempts, enrolments } from '@concord/db/schema/learning';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../../context.ts';
import { movesAlong, type Traveller } from '../../enrolments/rules.ts';

/** How many enrolments a new version took along, and how many finish the version they began. */
export type Moved = { moved: number; stayed: number };

/**
 * Takes the enrolments of a course to its new version, their progress by activity key, as `movesAlong` decides.
 * The rows are locked, so that nobody completes an activity of the old version meanwhile.
 */
export async function moveEnrolments(ctx: Context, courseId: string, versionId: string): Promise<Moved> {
  const travellers = await lockTravellers(ctx, courseId, versionId);
  const next = await ctx.tx
    .select({ key: activities.key, kind: activities.kind })
    .from(activities)
    .where(eq(activities.versionId, versionId));
  const kinds = new Map(next.map(({ key, kind }) => [key, kind as string]));
  const moving = travellers.filter((traveller) => movesAlong(traveller, kinds)).map(({ id }) => id);
  const open = travellers.filter(({ completed }) => !completed).length;
  for (let from = 0; from < moving.length; from += 1000) {
    await move(ctx, moving.slice(from, from + 1000), versionId);
  }
  return { moved: moving.length, stayed: open - moving.length };
}

type Row = { id: string; completed: boolean; running: boolean; done: Traveller['done'] };

async function lockTravellers(
  ctx: Context,
  courseId: string,
  versionId: string,
): Promise<(Traveller & { id: string })[]> {
  const rows = await ctx.tx.execute<Row>(sql`
    select e.id, e.completed_at is not null as completed,
      exists (select from ${attempts} t where t.enrolment_id = e.id and t.submitted_at is null
        and (t.ends_at is null or t.ends_at > now())) as running,
      coalesce((select json_agg(json_build_object('key', a.key, 'kind', a.kind))
        from ${activityProgress} p join ${activities} a on a.id = p.activity_id
        where p.enrolment_id = e.id and p.completed_at is not null), '[]') as done
    from ${enrolments} e where e.course_id = ${courseId} and e.version_id <> ${versionId}
    order by e.id for update of e`);
  return rows.map(({ id, completed, running, done }) => ({ id, completed, attemptRunning: running, done }));
}

async function move(ctx: Context, ids: string[], versionId: string): Promise<void> {
  const pairs = sql`${activities} old join ${activities} fresh
    on fresh.key = old.key and fresh.version_id = ${versionId}`;
  await ctx.tx.execute(sql`
    update ${enrolments} set version_id = ${versionId},
      last_activity_id = (select fresh.id from ${pairs} where old.id = ${enrolments}.last_activity_id)
    where ${inArray(enrolments.id, ids)}`);
  await ctx.tx.execute(sql`
    update ${activityProgress} set activity_id = fresh.id from ${pairs}
    where old.id = ${activityProgress.activityId} and ${inArray(activityProgress.enrolmentId, ids)}`);
  await ctx.tx.execute(sql`
    delete from ${activityProgress} using ${activities} old
    where old.id = ${activityProgress.activityId} and old.version_id <> ${versionId}
      and ${inArray(activityProgress.enrolmentId, ids)}`);
}
