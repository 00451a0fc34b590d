import type { Context } from '../../context.ts';
import { publishInExercise } from '../../realtime/outbox.ts';

/** Tells the exercise's staff that something of its events changed: that it did, and nothing of what. */
export async function tellStaff(
  ctx: Pick<Context, 'tx' | 'services' | 'afterCommit'>,
  exerciseId: string,
): Promise<void> {
  await publishInExercise(ctx, [{ topic: `exercise-staff:${exerciseId}`, exerciseId, hearers: 'staff' }]);
}
