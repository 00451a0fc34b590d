import { randomInt } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { kept } from '@concord/db/kept';
import { activities, questions } from '@concord/db/schema/courses';
import { attempts, enrolments } from '@concord/db/schema/learning';
import { files } from '@concord/db/schema/system';
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { demandOpen } from '../enrolments/barrier.ts';
import { completeActivity } from '../enrolments/complete.ts';
import { notify } from '../notifications/notify.ts';
import { closeAttempt } from './close.ts';
import { courseNames } from './course-names.ts';
import { drawQuestions, type Slot } from './draw.ts';
import { type AttemptRow, attemptsAt, databaseNow, ownQuiz, settingsOf } from './load.ts';
import { attemptState, closeFor, endOfAttempt, type Grade, mayStart } from './rules.ts';
import type { QuizSettings, StartInput, SubmitInput } from './schemas.ts';

type Input<Whole> = Omit<Whole, 'commandId'>;

/** Starts an attempt, or gives the one under way: two tabs take the same. */
export async function startAttempt(ctx: SignedIn, input: Input<StartInput>): Promise<{ attemptId: string }> {
  const quiz = await ownQuiz(ctx, input, true);
  const [now, earlier, slots] = await Promise.all([
    databaseNow(ctx),
    attemptsAt(ctx, quiz),
    slotsOf(ctx, input.activityId),
  ]);
  const running = earlier.find((attempt) => attemptState(attempt, now) === 'open');
  if (running) return { attemptId: running.id };
  await demandOpen(ctx, input);
  for (const attempt of earlier.filter((one) => attemptState(one, now) === 'expired'))
    await handIn(ctx, attempt, { submittedAt: attempt.endsAt ?? now, settings: quiz.settings });
  const start = mayStart(earlier, quiz.settings, now, quiz.extension);
  if (!start.may)
    throw new AppError('PRECONDITION_FAILED', `quiz.${start.reason}`, 'at' in start ? { at: start.at } : {});
  const seed = randomInt(2 ** 31 - 1);
  const seen = new Set(earlier.flatMap(({ drawn }) => (drawn ?? []).map(({ versionId }) => versionId)));
  const attemptId = newId();
  const minutes = quiz.settings.minutes && quiz.settings.minutes + (quiz.extension?.extraMinutes ?? 0);
  const attempt = {
    id: attemptId,
    enrolmentId: input.enrolmentId,
    activityId: input.activityId,
    personId: ctx.actor.personId,
    number: earlier.length + 1,
    seed,
    startedAt: now,
    endsAt: endOfAttempt(now, minutes, closeFor(quiz.settings, quiz.extension)),
    drawn: drawQuestions(slots, seed, seen),
  };
  await Promise.all([
    ctx.tx.insert(attempts).values(attempt),
    record(ctx, { action: 'quiz.start', subject: 'attempt', subjectId: attemptId }),
  ]);
  return { attemptId };
}

const places = kept((tx) =>
  tx
    .select({
      key: questions.key,
      points: questions.points,
      versionId: questions.bankVersionId,
      blueprint: questions.blueprint,
      pool: questions.pool,
    })
    .from(questions)
    .where(eq(questions.activityId, sql.placeholder('activity')))
    .orderBy(asc(questions.position), asc(questions.id)),
);

/** The places of a quiz in their order. */
async function slotsOf(ctx: SignedIn, activityId: string): Promise<Slot[]> {
  const rows = await places(ctx.tx, { activity: activityId }, undefined);
  return rows.map(({ key, points, versionId, blueprint, pool }) => ({
    key,
    points,
    versionId,
    pool: pool ?? [],
    count: blueprint?.count ?? 0,
  }));
}

/** Hands an attempt in: graded once, on the answers that stand. Handed in twice, it has one effect. */
export async function submitAttempt(ctx: SignedIn, { attemptId }: Input<SubmitInput>) {
  const { attempt, settings } = await lockAttempt(ctx, attemptId);
  if (attempt.submittedAt !== null) return { attemptId };
  const now = await databaseNow(ctx);
  const submittedAt = attempt.endsAt !== null && attempt.endsAt < now ? attempt.endsAt : now;
  await handIn(ctx, attempt, { submittedAt, settings });
  return { attemptId };
}

const locked = kept((tx) =>
  tx
    .select({ attempt: getTableColumns(attempts), settings: activities.quiz })
    .from(enrolments)
    .innerJoin(attempts, eq(attempts.enrolmentId, enrolments.id))
    .innerJoin(activities, eq(activities.id, attempts.activityId))
    .where(
      and(
        eq(attempts.id, sql.placeholder('attempt')),
        eq(attempts.personId, sql.placeholder('person')),
        eq(enrolments.personId, sql.placeholder('person')),
        isNull(enrolments.withdrawnAt),
      ),
    )
    .for('update', { of: [enrolments, attempts] }),
);

/** Locks the actor's own attempt, and its path before it: the order in which starting locks them too. */
export async function lockAttempt(ctx: SignedIn, attemptId: string) {
  const [row] = await locked(ctx.tx, { attempt: attemptId, person: ctx.actor.personId }, undefined);
  const { attempt, settings } = found(row);
  return { attempt, settings: settingsOf(settings) };
}

/** Closes an attempt, and what follows: its record, its files kept, and the activity done when it was passed. */
async function handIn(
  ctx: SignedIn,
  attempt: AttemptRow,
  { submittedAt, settings }: { submittedAt: Date; settings: QuizSettings },
): Promise<Grade> {
  const { id: attemptId, enrolmentId } = attempt;
  const grade = await closeAttempt(ctx, { attemptId, submittedAt, settings });
  const { percent, passed } = grade;
  const details = { percent, passed, number: attempt.number };
  await record(ctx, { action: 'quiz.submit', subject: 'attempt', subjectId: attemptId, details });
  if (percent === null) await askToMark(ctx, attempt);
  if (passed) {
    const activityId = await activityNow(ctx, attempt);
    if (activityId) await completeActivity(ctx, { enrolmentId, activityId });
  }
  return grade;
}

/** The activity an attempt counts for: on the version its path is on now. */
export async function activityNow(
  ctx: SignedIn,
  { activityId, enrolmentId }: Pick<AttemptRow, 'activityId' | 'enrolmentId'>,
): Promise<string | null> {
  const [row] = await ctx.tx.execute<{ id: string }>(sql`
    select fresh.id from ${activities} old join ${enrolments} e on e.id = ${enrolmentId}
    join ${activities} fresh on fresh.version_id = e.version_id and fresh.key = old.key
    where old.id = ${activityId}`);
  return row?.id ?? null;
}

/** Files that were handed in are no longer loose: cleaning up leaves them, and the course's staff may open them. */
async function keepFiles(ctx: SignedIn, attemptId: string): Promise<void> {
  await ctx.tx
    .update(files)
    .set({ container: 'answer' })
    .where(
      and(
        eq(files.createdBy, ctx.actor.personId),
        eq(files.container, 'person'),
        inArray(
          files.id,
          sql`(select f::uuid from attempt_response r, jsonb_array_elements_text(r.answer->'files') f
            where r.attempt_id = ${attemptId})`,
        ),
      ),
    );
}

/** Something waits for a person: its files are kept, and those who mark are told. */
async function askToMark(ctx: SignedIn, attempt: AttemptRow): Promise<void> {
  await keepFiles(ctx, attempt.id);
  const [row] = await ctx.tx.execute<{ markers: string[]; slug: string; version: string; key: string }>(sql`
    select concord.markers_of(${attempt.id})::text[] as markers, c.slug, v.id as version, a.key
    from ${activities} a join course_version v on v.id = a.version_id join course c on c.id = v.course_id
    where a.id = ${attempt.activityId}`);
  if (!row) return;
  await notify(ctx, {
    personIds: row.markers,
    kind: 'answerToMark',
    path: `/learn/${row.slug}/${row.key}/marking`,
    subjectId: attempt.id,
    params: await courseNames(ctx, row.version),
  });
}
