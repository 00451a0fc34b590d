import { newId } from '@concord/db/ids';
import { exerciseRoles, exerciseSeats, exerciseTeams } from '@concord/db/schema/exercises';
import { exerciseJoining } from '@concord/db/schema/joining';
import { and, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { ownNews } from '../exercises/commands.ts';
import { plannedExercise } from '../exercises/planning.ts';
import { notify } from '../notifications/notify.ts';
import { isFor, sheetState } from './rules.ts';
import type { SheetInput } from './schemas.ts';

type Exercise = Awaited<ReturnType<typeof plannedExercise>>;

const recordSheets = (ctx: SignedIn, { id, markingId }: Exercise, action: string) =>
  record(ctx, { action: `exercise.joining.${action}`, subject: 'exercise', subjectId: id, markingId });

/** Writes a sheet or changes it. One that was sent says what it says now to who reads it; sending again tells them. */
export async function saveSheet(ctx: SignedIn, { exerciseId, sheetId, revision, ...sheet }: SheetInput) {
  const exercise = await plannedExercise(ctx, exerciseId);
  await assertTheirs(ctx, exerciseId, sheet);
  const row = {
    ...{ ...sheet, reportAt: sheet.reportAt === null ? null : new Date(sheet.reportAt) },
    changedAt: ctx.now,
  };
  const id = sheetId ?? newId();
  if (sheetId === null) await ctx.tx.insert(exerciseJoining).values({ id, exerciseId, ...row });
  else {
    const own = and(eq(exerciseJoining.id, sheetId), eq(exerciseJoining.exerciseId, exerciseId));
    const [there] = await ctx.tx.select().from(exerciseJoining).where(own);
    if (found(there).revision !== revision) throw new AppError('CONFLICT', 'exercises.changed');
    await ctx.tx
      .update(exerciseJoining)
      .set({ ...row, revision: revision + 1 })
      .where(own);
  }
  await recordSheets(ctx, exercise, 'save');
  return { sheetId: id };
}

async function assertTheirs(
  ctx: SignedIn,
  exerciseId: string,
  { roleId, teamId }: Pick<SheetInput, 'roleId' | 'teamId'>,
): Promise<void> {
  if (roleId !== null) {
    const [role] = await ctx.tx
      .select({ id: exerciseRoles.id })
      .from(exerciseRoles)
      .where(and(eq(exerciseRoles.id, roleId), eq(exerciseRoles.exerciseId, exerciseId)));
    if (!role) throw fieldError('roleId', 'invalid');
  }
  if (teamId === null) return;
  const [team] = await ctx.tx
    .select({ id: exerciseTeams.id })
    .from(exerciseTeams)
    .where(and(eq(exerciseTeams.id, teamId), eq(exerciseTeams.exerciseId, exerciseId)));
  if (!team) throw fieldError('teamId', 'invalid');
}

/** Takes a sheet away: nobody reads it any more. */
export async function removeSheet(ctx: SignedIn, { sheetId }: { sheetId: string }) {
  const [sheet] = await ctx.tx.select().from(exerciseJoining).where(eq(exerciseJoining.id, sheetId));
  const exercise = await plannedExercise(ctx, found(sheet).exerciseId);
  await ctx.tx.delete(exerciseJoining).where(eq(exerciseJoining.id, sheetId));
  await recordSheets(ctx, exercise, 'remove');
  return { sheetId };
}

/**
 * Sends what was not sent as it is now: from then on whoever it is for reads it, those confirmed later too, and those with a
 * seat are told by notice and mail. The mail says that it is there, and no word of it.
 */
export async function sendSheets(ctx: SignedIn, { exerciseId }: { exerciseId: string }) {
  const exercise = await plannedExercise(ctx, exerciseId);
  if (!exercise.publishedAt) throw new AppError('PRECONDITION_FAILED', 'exercises.notAnnounced');
  const sheets = await ctx.tx
    .select()
    .from(exerciseJoining)
    .where(eq(exerciseJoining.exerciseId, exerciseId));
  const fresh = sheets.filter((sheet) => sheetState(sheet) !== 'sent');
  if (fresh.length === 0) throw new AppError('CONFLICT', 'exercises.nothingToSend');
  const ids = fresh.map(({ id }) => id);
  await ctx.tx.update(exerciseJoining).set({ sentAt: ctx.now }).where(inArray(exerciseJoining.id, ids));
  const { personId, roleId, teamId } = exerciseSeats;
  const seats = await ctx.tx
    .select({ personId, roleId, teamId })
    .from(exerciseSeats)
    .where(eq(exerciseSeats.exerciseId, exerciseId));
  const told = seats.filter((seat) => fresh.some((sheet) => isFor(sheet, seat)));
  const personIds = told.map((seat) => seat.personId);
  await notify(ctx, { personIds, kind: 'exerciseJoining', ...ownNews(exercise) });
  await recordSheets(ctx, exercise, 'send');
  return { sheets: fresh.length, people: told.length };
}
