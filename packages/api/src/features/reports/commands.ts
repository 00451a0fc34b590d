import { exerciseReports } from '@concord/db/schema/lessons';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { type Exercise, everybodyIn, ledExercise, washOf } from '../lessons/load.ts';
import { sealRow } from '../lessons/sealed.ts';
import { notify } from '../notifications/notify.ts';
import { reportRow } from './queries.ts';
import { coordinatorsOf } from './reader.ts';

/** Writes what the director says before the report. */
export async function saveSummary(
  ctx: SignedIn,
  { exerciseId, summary }: { exerciseId: string; summary: string },
) {
  const exercise = await ledExercise(ctx, exerciseId);
  const sealed = await sealRow(ctx, exerciseId, 'report', { id: exerciseId, content: { summary } });
  await ctx.tx
    .insert(exerciseReports)
    .values({ exerciseId, sealed })
    .onConflictDoUpdate({ target: exerciseReports.exerciseId, set: { sealed } });
  await recordReport(ctx, exercise, 'report.save');
  return { exerciseId };
}

/** Issues the report: those who took part and who coordinates their training read it from now on, and are told. After the hot wash, since it shows what was seen. */
export async function issueReport(ctx: SignedIn, { exerciseId }: { exerciseId: string }) {
  const exercise = await ledExercise(ctx, exerciseId);
  if (ctx.now < exercise.endsAt) throw new AppError('CONFLICT', 'reports.early');
  if (!(await washOf(ctx, exerciseId))) throw new AppError('CONFLICT', 'reports.noHotWash');
  const { issuedAt, summary } = await reportRow(ctx, exerciseId);
  if (issuedAt) throw new AppError('CONFLICT', 'reports.issued');
  if (summary === '') throw new AppError('PRECONDITION_FAILED', 'reports.noSummary');
  await ctx.tx
    .update(exerciseReports)
    .set({ issuedAt: ctx.now, issuedBy: ctx.actor.personId })
    .where(eq(exerciseReports.exerciseId, exerciseId));
  await recordReport(ctx, exercise, 'report.issue');
  await notify(ctx, {
    personIds: [...(await everybodyIn(ctx, exerciseId)), ...(await coordinatorsOf(ctx, exerciseId))],
    kind: 'exerciseReport',
    ...{ path: `/exercise/${exercise.code}/report`, subjectId: exerciseId },
    params: { exercise: exercise.code },
  });
  return { exerciseId };
}

async function recordReport(ctx: SignedIn, { id, markingId }: Exercise, action: string) {
  await record(ctx, { action, subject: 'exercise', subjectId: id, markingId });
}
