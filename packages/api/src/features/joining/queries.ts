import { exerciseRoles, exerciseSeats } from '@concord/db/schema/exercises';
import { exerciseJoining } from '@concord/db/schema/joining';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { plansExercise } from '../../policies/exercises.ts';
import { exerciseRow, teamsOf } from '../exercises/rows.ts';
import { isFor, sheetState } from './rules.ts';

/** All sheets of an exercise with how many seats each is for: its planners alone. */
export async function sheetsOf(ctx: SignedIn, code: string) {
  const exercise = await exerciseRow(ctx, code);
  found(plansExercise(ctx.actor, exercise.id) || undefined);
  const french = ctx.locale === 'fr';
  const rows = await ctx.tx
    .select()
    .from(exerciseJoining)
    .where(eq(exerciseJoining.exerciseId, exercise.id))
    .orderBy(asc(exerciseJoining.id));
  const roles = await ctx.tx
    .select({ id: exerciseRoles.id, name: french ? exerciseRoles.nameFr : exerciseRoles.nameEn })
    .from(exerciseRoles)
    .where(eq(exerciseRoles.exerciseId, exercise.id))
    .orderBy(asc(exerciseRoles.position), asc(exerciseRoles.id));
  const teams = await teamsOf(ctx, exercise.id);
  const seats = await ctx.tx
    .select({ roleId: exerciseSeats.roleId, teamId: exerciseSeats.teamId })
    .from(exerciseSeats)
    .where(eq(exerciseSeats.exerciseId, exercise.id));
  return {
    exercise: {
      ...{ id: exercise.id, code, name: french ? exercise.nameFr : exercise.nameEn },
      timeZone: exercise.timeZone,
    },
    ...{ roles, teams, seats: seats.length },
    without: seats.filter((seat) => !rows.some((sheet) => isFor(sheet, seat))).length,
    sheets: rows.map(({ exerciseId: _, changedAt, sentAt, reportAt, ...sheet }) => ({
      ...sheet,
      reportAt: reportAt?.toISOString() ?? null,
      sentAt: sentAt?.toISOString() ?? null,
      state: sheetState({ sentAt, changedAt }),
      people: seats.filter((seat) => isFor(sheet, seat)).length,
    })),
  };
}
