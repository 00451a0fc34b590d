import { lessonActions, lessonSteps, lessons } from '@concord/db/schema/lessons';
import { people } from '@concord/db/schema/people';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { dayIn } from '../../days.ts';
import { found } from '../../errors.ts';
import type { Exercise } from './load.ts';
import { actionState, lessonState } from './rules.ts';
import { openAcross } from './sealed.ts';

export const nameOf = sql<string>`${people.givenName} || ' ' || ${people.familyName}`;
type Of = Pick<Exercise, 'id' | 'timeZone'>;

/** The lessons of exercises that the reader may know of, with their actions and steps, opened, in their order. */
export async function loadLessons(ctx: SignedIn, of: readonly Of[], only?: string) {
  const zones = new Map(of.map(({ id, timeZone }) => [id, timeZone]));
  const rows = await ctx.tx
    .select({ lesson: lessons, by: nameOf })
    .from(lessons)
    .innerJoin(people, eq(people.id, lessons.by))
    .where(only ? eq(lessons.id, only) : inArray(lessons.exerciseId, [...zones.keys()]))
    .orderBy(asc(lessons.exerciseId), asc(lessons.number));
  const ids = rows.map(({ lesson }) => lesson.id);
  const open = await openAcross(
    ctx,
    rows.map(({ lesson }) => lesson.exerciseId),
  );
  const [actions, steps] = [await actionsOf(ctx, ids), await stepsOf(ctx, ids)];
  return rows.map(({ lesson: { sealed, at, ...lesson }, by }) => {
    const { id, exerciseId } = lesson;
    const own = steps.filter(({ lessonId }) => lessonId === id);
    const todo = actions.filter(({ lessonId }) => lessonId === id);
    const today = dayIn(ctx.now, zones.get(exerciseId) ?? 'UTC');
    return {
      ...lesson,
      ...open(exerciseId, 'lesson', { id, sealed }),
      by,
      at: at.toISOString(),
      state: lessonState(todo, own),
      actions: todo.map(({ sealed: said, ...action }) => ({
        ...action,
        what: open(exerciseId, 'action', { id: action.id, sealed: said }).what,
        state: actionState(action, own, today),
      })),
      steps: own.map(({ sealed: said, at: taken, ...step }) => ({
        ...step,
        at: taken.toISOString(),
        ...open(exerciseId, 'step', { id: step.id, sealed: said }),
      })),
    };
  });
}

export type LoadedLesson = Awaited<ReturnType<typeof loadLessons>>[number];

/** One of them, or NOT_FOUND. */
export async function loadLesson(ctx: SignedIn, exercise: Of, lessonId: string): Promise<LoadedLesson> {
  const [lesson] = await loadLessons(ctx, [exercise], lessonId);
  return found(lesson);
}

async function actionsOf(ctx: SignedIn, lessonIds: readonly string[]) {
  if (lessonIds.length === 0) return [];
  return ctx.tx
    .select({
      ...{ id: lessonActions.id, lessonId: lessonActions.lessonId, sealed: lessonActions.sealed },
      ...{ personId: lessonActions.personId, dueOn: lessonActions.dueOn, owner: nameOf },
    })
    .from(lessonActions)
    .innerJoin(people, eq(people.id, lessonActions.personId))
    .where(inArray(lessonActions.lessonId, [...lessonIds]))
    .orderBy(asc(lessonActions.dueOn), asc(lessonActions.id));
}

async function stepsOf(ctx: SignedIn, lessonIds: readonly string[]) {
  if (lessonIds.length === 0) return [];
  return ctx.tx
    .select({
      ...{ id: lessonSteps.id, lessonId: lessonSteps.lessonId, actionId: lessonSteps.actionId },
      ...{ kind: lessonSteps.kind, sealed: lessonSteps.sealed, at: lessonSteps.at, by: nameOf },
    })
    .from(lessonSteps)
    .innerJoin(people, eq(people.id, lessonSteps.by))
    .where(inArray(lessonSteps.lessonId, [...lessonIds]))
    .orderBy(asc(lessonSteps.id));
}
