import { newId } from '@concord/db/ids';
import { lessonActions, lessonSteps } from '@concord/db/schema/lessons';
import { people } from '@concord/db/schema/people';
import { asc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { notify } from '../notifications/notify.ts';
import { loadLesson, nameOf } from './lesson-rows.ts';
import { heldLesson, recordLesson } from './load.ts';
import { actionStepsFrom, isOpen, type StepKind } from './rules.ts';
import type { ActionStepInput, ChangeActionInput, GiveActionInput } from './schemas.ts';
import { sealRow } from './sealed.ts';

type Held = Awaited<ReturnType<typeof heldLesson>>;

/** Whom an action of a lesson can be given to: who is in its exercise or manages training, and may read the lesson. */
export async function ownersFor(ctx: SignedIn, lessonId: string) {
  return ctx.tx
    .select({ id: people.id, name: nameOf })
    .from(people)
    .where(sql`${people.id} = any((select concord.lesson_owners(${lessonId}::uuid))::uuid[])`)
    .orderBy(asc(people.familyName), asc(people.givenName), asc(people.id));
}

async function assertGiven(
  ctx: SignedIn,
  held: Held,
  { personId, dueOn }: { personId: string; dueOn: string },
) {
  if (!(await ownersFor(ctx, held.lesson.id)).some(({ id }) => id === personId))
    throw fieldError('personId', 'lessons.owner');
  if (dueOn < dayIn(ctx.now, held.exercise.timeZone)) throw fieldError('dueOn', 'lessons.past');
}

/** Gives somebody something to do about a lesson, by a day. It waits on their Today until it is done. */
export async function giveAction(ctx: SignedIn, { lessonId, what, ...given }: GiveActionInput) {
  const held = await heldLesson(ctx, lessonId);
  authorize(held.leads);
  const { state } = await loadLesson(ctx, held.exercise, lessonId);
  if (!isOpen(state)) throw new AppError('CONFLICT', `lessons.state.${state}`);
  await assertGiven(ctx, held, given);
  const id = newId();
  await ctx.tx.insert(lessonActions).values({
    ...{ id, lessonId, exerciseId: held.exercise.id, ...given },
    sealed: await sealRow(ctx, held.exercise.id, 'action', { id, content: { what } }),
    ...{ addedBy: ctx.actor.personId, addedAt: ctx.now },
  });
  await recordAction(ctx, held, 'give', id);
  await tellOwner(ctx, held, given.personId);
  return { lessonId, actionId: id };
}

/** An action that stands in the state a step asks for, with its lesson, held. */
export async function heldAction(ctx: SignedIn, actionId: string, step: StepKind | null) {
  const [row] = await ctx.tx
    .select({ lessonId: lessonActions.lessonId })
    .from(lessonActions)
    .where(eq(lessonActions.id, actionId));
  const held = await heldLesson(ctx, found(row).lessonId);
  const lesson = await loadLesson(ctx, held.exercise, held.lesson.id);
  const action = found(lesson.actions.find(({ id }) => id === actionId));
  if (!isOpen(lesson.state)) throw new AppError('CONFLICT', `lessons.state.${lesson.state}`);
  if (step && !actionStepsFrom(action.state).includes(step))
    throw new AppError('CONFLICT', `lessons.action.${action.state}`);
  return { held, action, mine: action.personId === ctx.actor.personId };
}

/** Gives an action to somebody else or moves its day, with the reason; what it was stays in the history. */
export async function changeAction(ctx: SignedIn, { actionId, reason, ...given }: ChangeActionInput) {
  const { held, action } = await heldAction(ctx, actionId, 'changed');
  authorize(held.leads);
  await assertGiven(ctx, held, given);
  await ctx.tx.update(lessonActions).set(given).where(eq(lessonActions.id, actionId));
  const before = { owner: action.owner, dueOn: action.dueOn };
  await addStep(ctx, held, { actionId, kind: 'changed', content: { reason, evidence: '', before } });
  await recordAction(ctx, held, 'change', actionId);
  if (given.personId !== action.personId) await tellOwner(ctx, held, given.personId);
  return { lessonId: held.lesson.id, actionId };
}

/** Says that an action is done, is not done after all (its owner, or who leads), or need not be done (who leads). */
export async function stepAction(ctx: SignedIn, { actionId, kind, reason, evidence }: ActionStepInput) {
  const { held, mine } = await heldAction(ctx, actionId, kind);
  authorize(held.leads || (mine && kind !== 'dropped'));
  await addStep(ctx, held, { actionId, kind, content: { reason, evidence } });
  await recordAction(ctx, held, kind, actionId);
  return { lessonId: held.lesson.id, actionId };
}

type NewStep = {
  actionId: string;
  kind: StepKind;
  content: { reason: string; evidence: string; before?: { owner: string; dueOn: string } };
};

async function addStep(ctx: SignedIn, { lesson, exercise }: Held, { actionId, kind, content }: NewStep) {
  const id = newId();
  await ctx.tx.insert(lessonSteps).values({
    ...{ id, lessonId: lesson.id, exerciseId: exercise.id, actionId, kind },
    sealed: await sealRow(ctx, exercise.id, 'step', { id, content }),
    ...{ by: ctx.actor.personId, at: ctx.now },
  });
}

/** Records what was done with an action of a lesson. */
export async function recordAction(ctx: SignedIn, { lesson }: Held, what: string, actionId: string) {
  const about = { subject: 'lesson', subjectId: lesson.id, markingId: lesson.markingId } as const;
  await recordLesson(ctx, `lesson.action.${what}`, about, { actionId });
}

/** Where a lesson stands in the portal, and what a notice of it may say. */
export const newsOfLesson = (code: string, { id, number }: { id: string; number: number }) =>
  ({
    path: `/exercise/${code}/lessons/${number}`,
    subjectId: id,
    params: { lesson: `${code}-${number}` },
  }) as const;

async function tellOwner(ctx: SignedIn, { lesson, exercise }: Held, personId: string): Promise<void> {
  await notify(ctx, {
    ...{ personIds: [personId], kind: 'lessonActionGiven' },
    ...newsOfLesson(exercise.code, lesson),
  });
}
