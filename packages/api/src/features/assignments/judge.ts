import { newId } from '@concord/db/ids';
import { assessmentRemarks, assessments, submissions } from '@concord/db/schema/assignments';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { maySettle } from '../../policies/assignments.ts';
import { record } from '../../record/record.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { completeIn } from '../enrolments/complete.ts';
import { notify } from '../notifications/notify.ts';
import { courseNames } from '../quizzes/course-names.ts';
import { judgementAad, remarkAad, workAad } from './load.ts';
import { beganBy, judged } from './marking.ts';
import { decisionProblem, type Outcome, standingOf } from './rules.ts';
import type { JudgeInput } from './schemas.ts';

type Input = Omit<JudgeInput, 'commandId'>;
type Work = Awaited<ReturnType<typeof judged>>;

/** Keeps a marker's judgement; with an outcome it is decided, and what follows follows in the same transaction. */
export async function judge(ctx: SignedIn, input: Input) {
  const work = await judged(ctx, input.submissionId, true);
  await checkPoints(ctx, work, input);
  const place = await placeFor(ctx, work);
  const kept = await keep(ctx, work, input, input.outcome === null ? null : place);
  if (input.outcome !== null) await settle(ctx, work);
  return { revision: kept, decided: input.outcome !== null };
}

/** The place a decision takes now: first, second, or that of who settles a difference. */
async function placeFor(ctx: SignedIn, { submission, settings }: Work): Promise<1 | 2 | 3> {
  const others = (await beganBy(ctx, submission.id)).filter(({ place }) => place !== null);
  const needed = settings.secondMarker ? 2 : 1;
  if (submission.decidedAt !== null || (others.length >= needed && submission.revealedAt === null))
    throw new AppError('CONFLICT', 'assignments.decidedMeanwhile', { name: others.at(-1)?.name ?? '' });
  if (submission.revealedAt === null) return others.length === 0 ? 1 : 2;
  if (!maySettle(ctx.actor, submission)) throw new AppError('FORBIDDEN', 'assignments.directorSettles');
  return 3;
}

async function checkPoints(ctx: SignedIn, { submission, settings }: Work, input: Input): Promise<void> {
  const { rubric, passMark } = settings;
  for (const [key, points] of Object.entries(input.scores)) {
    const most = rubric.find((one) => one.key === key)?.points ?? -1;
    if (points > most) throw fieldError(`scores.${key}`, 'assignments.tooManyPoints', { max: most });
  }
  if (input.remarks.length > 0) {
    const open = await opener(ctx, submission.enrolmentId);
    const { length } = open(submission.sealed, workAad(submission.id));
    if (input.remarks.some(({ starts, ends }) => starts >= ends || ends > length))
      throw fieldError('remarks', 'assignments.remarkOutside');
  }
  if (input.outcome === null) return;
  const problem = decisionProblem(input.outcome, rubric, input.scores, passMark);
  if (problem) throw new AppError('BAD_REQUEST', `assignments.${problem}`, { passMark });
}

async function keep(
  ctx: SignedIn,
  { submission }: Work,
  input: Input,
  place: number | null,
): Promise<number> {
  const own = and(eq(assessments.submissionId, submission.id), eq(assessments.markerId, ctx.actor.personId));
  const [before] = await ctx.tx.select().from(assessments).where(own);
  if (before?.decidedAt) throw new AppError('CONFLICT', 'assignments.youDecided');
  if ((before?.revision ?? 0) !== input.revision)
    throw new AppError('CONFLICT', 'assignments.changedElsewhere');
  const id = before?.id ?? newId();
  const words = JSON.stringify({ comment: input.comment, comments: input.comments });
  const values = {
    scores: input.scores,
    sealed: await sealFor(ctx, submission.enrolmentId, words, judgementAad(id)),
    revision: input.revision + 1,
  };
  if (before) await ctx.tx.update(assessments).set(values).where(eq(assessments.id, id));
  else
    await ctx.tx.insert(assessments).values({
      id,
      submissionId: submission.id,
      markerId: ctx.actor.personId,
      ...values,
      createdAt: ctx.now,
    });
  await keepRemarks(ctx, submission.enrolmentId, id, input.remarks);
  if (place !== null)
    await ctx.tx
      .update(assessments)
      .set({ outcome: input.outcome, decidedAt: ctx.now, place })
      .where(eq(assessments.id, id));
  return values.revision;
}

async function keepRemarks(
  ctx: SignedIn,
  enrolmentId: string,
  assessmentId: string,
  remarks: Input['remarks'],
) {
  await ctx.tx.delete(assessmentRemarks).where(eq(assessmentRemarks.assessmentId, assessmentId));
  if (remarks.length === 0) return;
  const rows = await Promise.all(
    remarks.map(async ({ starts, ends, text }) => {
      const id = newId();
      const sealed = await sealFor(ctx, enrolmentId, text, remarkAad(id));
      return { id, assessmentId, starts, ends, sealed, createdAt: ctx.now };
    }),
  );
  await ctx.tx.insert(assessmentRemarks).values(rows);
}

/** Looks at what has been decided: reveals it to its markers, and, once it is settled, lets follow what follows. */
async function settle(ctx: SignedIn, work: Work): Promise<void> {
  const { submission, settings } = work;
  // Of others nothing is readable before it is revealed: the row is opened first, then what was decided is read.
  const taken = (await beganBy(ctx, submission.id)).filter(({ place }) => place !== null).length + 1;
  if (taken < (settings.secondMarker ? 2 : 1)) return;
  await ctx.tx
    .update(submissions)
    .set({ revealedAt: submission.revealedAt ?? ctx.now })
    .where(eq(submissions.id, submission.id));
  const rows = await ctx.tx
    .select({ place: assessments.place, outcome: assessments.outcome })
    .from(assessments)
    .where(and(eq(assessments.submissionId, submission.id), isNotNull(assessments.decidedAt)));
  const decided = rows.flatMap(({ place, outcome }) => (place && outcome ? [{ place, outcome }] : []));
  const { outcome } = standingOf(decided, settings.secondMarker);
  await record(ctx, {
    action: 'work.judged',
    subject: 'submission',
    subjectId: submission.id,
    details: { courseId: submission.courseId, outcome },
  });
  if (outcome !== null) await decide(ctx, work, outcome);
}

async function decide(
  ctx: SignedIn,
  { submission, own, withdrawnAt, activity, slug }: Work,
  outcome: Outcome,
) {
  await ctx.tx
    .update(submissions)
    .set({ outcome, decidedAt: ctx.now })
    .where(eq(submissions.id, submission.id));
  if (outcome === 'pass' && withdrawnAt === null) await completeIn(ctx, own, activity.id);
  await notify(ctx, {
    personIds: [own.personId],
    kind: outcome === 'return' ? 'workReturned' : 'workDecided',
    path: `/learn/${slug}/${activity.key}`,
    subjectId: submission.id,
    params: await courseNames(ctx, own.versionId),
  });
}
