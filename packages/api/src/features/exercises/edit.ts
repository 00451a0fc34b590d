import { exerciseRoles, exercises } from '@concord/db/schema/exercises';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize } from '../../errors.ts';
import { plansExercise } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { settleAll, takeRoleLedger } from '../nominations/ledger.ts';
import { datesOf, lockExercise, tellHolders } from './commands.ts';
import type { EditExerciseInput } from './schemas.ts';

/** Changes what an exercise is and when; refused when somebody else did so since the form was opened. */
export async function editExercise(ctx: SignedIn, input: EditExerciseInput) {
  const { exerciseId, revision, ...fields } = input;
  const exercise = await lockExercise(ctx, exerciseId);
  authorize(plansExercise(ctx.actor, exerciseId));
  if (exercise.revision !== revision) throw new AppError('CONFLICT', 'exercises.changed');
  if (exercise.cancelledAt) throw new AppError('CONFLICT', 'exercises.cancelled');
  const dates = datesOf(input);
  const moved = +dates.startsAt !== +exercise.startsAt;
  const roleIds = moved || fields.reofferDays !== exercise.reofferDays ? await rolesOf(ctx, exerciseId) : [];
  // Each ledger says what decided until now, then what decides from here on.
  for (const roleId of roleIds) await takeRoleLedger(ctx, roleId);
  await ctx.tx
    .update(exercises)
    .set({ ...fields, ...dates, revision: revision + 1 })
    .where(eq(exercises.id, exerciseId));
  for (const roleId of roleIds) await settleAll(ctx, await takeRoleLedger(ctx, roleId));
  await record(ctx, {
    action: 'exercise.edit',
    subject: 'exercise',
    subjectId: exerciseId,
    markingId: exercise.markingId,
  });
  if (exercise.publishedAt && moved) await tellHolders(ctx, exercise, 'exerciseMoved');
  return { exerciseId, code: exercise.code, revision: revision + 1 };
}

async function rolesOf(ctx: SignedIn, exerciseId: string): Promise<string[]> {
  const roles = await ctx.tx
    .select({ id: exerciseRoles.id })
    .from(exerciseRoles)
    .where(eq(exerciseRoles.exerciseId, exerciseId))
    .orderBy(asc(exerciseRoles.id));
  return roles.map(({ id }) => id);
}
