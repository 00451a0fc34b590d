import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { publishTo } from '../../realtime/outbox.ts';

/** Tells the exercise's staff that something of its events changed: that it did, and nothing of what. */
export async function tellStaff(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  exerciseId: string,
): Promise<void> {
  const rows = await ctx.tx.execute<{ id: string }>(
    sql`select distinct person_id as id from concord.exercise_staff(${exerciseId}::uuid)`,
  );
  const people = [...rows].map(({ id }) => id);
  await publishTo(ctx, people, { topic: `exercise-staff:${exerciseId}` });
}
