import { enrolments } from '@concord/db/schema/learning';
import { and, inArray, isNull } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, fieldError, found } from '../../errors.ts';
import { directsExercise } from '../../policies/exercises.ts';
import { coordinatesPerson } from '../../policies/seats.ts';
import { type Lack, sendCourses } from '../readiness/send.ts';
import { seatPeople } from '../seats/ledger.ts';
import { checksOf } from './checks.ts';
import { recordAct, takeRoleLedger } from './ledger.ts';
import type { SendLackingInput } from './schemas.ts';

/**
 * Sends people the courses a role asks for and they lack on the exercise's last day, from where they are named. Requests of
 * one exercise follow one another, so that two coordinators send once.
 */
export async function sendLacking(ctx: SignedIn, { roleId, personIds, dueAt }: SendLackingInput) {
  const ledger = await takeRoleLedger(ctx, roleId);
  const { exercise } = ledger;
  const people = await seatPeople(ctx, personIds);
  found(people.length === new Set(personIds).size || undefined);
  const director = directsExercise(ctx.actor, exercise.id);
  for (const person of people) authorize(director || coordinatesPerson(ctx.actor, person));
  const due = new Date(dueAt);
  if (due <= ctx.now) throw fieldError('dueAt', 'people.untilPast');
  const checks = (await checksOf(ctx, { roleIds: [roleId], exercise, personIds })).get(roleId);
  const lacked = personIds.flatMap((personId) =>
    (checks?.get(personId) ?? []).flatMap(({ met, courseId, title }) =>
      !met && courseId ? [{ personId, courseId, title }] : [],
    ),
  );
  const sent = await sendCourses(ctx, await underWay(ctx, lacked), due);
  await recordAct(ctx, ledger, 'exercise.sendLacking');
  return { lines: sent.lines };
}

/** Says of each whether the person is on their way through the course. */
async function underWay(ctx: SignedIn, lacked: readonly Omit<Lack, 'enrolled'>[]): Promise<Lack[]> {
  if (lacked.length === 0) return [];
  const { personId, courseId, withdrawnAt, completedAt } = enrolments;
  const rows = await ctx.tx
    .select({ personId, courseId })
    .from(enrolments)
    .where(
      and(
        ...[isNull(withdrawnAt), isNull(completedAt)],
        inArray(
          personId,
          lacked.map((one) => one.personId),
        ),
        inArray(
          courseId,
          lacked.map((one) => one.courseId),
        ),
      ),
    );
  const paths = new Set(rows.map((row) => `${row.personId} ${row.courseId}`));
  return lacked.map((one) => ({ ...one, enrolled: paths.has(`${one.personId} ${one.courseId}`) }));
}
