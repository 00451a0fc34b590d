import { exercises } from '@concord/db/schema/exercises';
import { lessonObservations, lessons } from '@concord/db/schema/lessons';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { leadsLessons } from '../../policies/exercises.ts';
import { exerciseRow, shownExercise } from '../exercises/rows.ts';
import { markingViews } from '../threads/marking-views.ts';
import { ownersFor } from './actions.ts';
import { loadLesson, loadLessons } from './lesson-rows.ts';
import { linksOf } from './link-views.ts';
import { besideLessons } from './load.ts';
import { loadObservations } from './queries.ts';
import { actionStepsFrom, isOpen, stepsFrom } from './rules.ts';

const SHOWN_EXERCISES = 50;

/** The lessons of one exercise; to who is neither in it, nor reads any of them, nor manages training it has none. */
export async function lessonsOf(ctx: SignedIn, code: string) {
  const exercise = await exerciseRow(ctx, code);
  const all = await loadLessons(ctx, [exercise]);
  const beside = await besideLessons(ctx, exercise.id);
  const leads = leadsLessons(ctx.actor, exercise.id);
  found(leads || all.length > 0 || beside.report || undefined);
  return {
    exercise: shownExercise(ctx, exercise),
    markings: await markingViews(ctx, [exercise.markingId, ...all.map(({ markingId }) => markingId)]),
    lessons: all.map(brief),
    beside,
    can: { lead: leads && exercise.cancelledAt === null },
  };
}

type Loaded = Awaited<ReturnType<typeof loadLessons>>[number];

const brief = ({ id, number, title, issue, state, markingId, at, actions }: Loaded) => ({
  ...{ id, number, title, issue, state, markingId, at },
  actions: actions.map(({ id: actionId, owner, dueOn, state: standing, what }) => ({
    ...{ id: actionId, owner, dueOn, state: standing, what },
  })),
});

/** Lessons of every exercise the reader may know them of, the newest exercises first. */
export async function lessonRegister(ctx: SignedIn, asked: { state?: Loaded['state']; late?: boolean }) {
  const rows = await ctx.tx
    .select({ exercise: exercises })
    .from(exercises)
    .where(inArray(exercises.id, ctx.tx.selectDistinct({ id: lessons.exerciseId }).from(lessons)))
    .orderBy(desc(exercises.startsAt), desc(exercises.id))
    .limit(SHOWN_EXERCISES);
  const all = (
    await loadLessons(
      ctx,
      rows.map(({ exercise }) => exercise),
    )
  ).filter(
    ({ state, actions }) =>
      (!asked.state || state === asked.state) &&
      (!asked.late || (isOpen(state) && actions.some((action) => action.state === 'late'))),
  );
  const groups = rows.flatMap(({ exercise }) => {
    const own = all.filter(({ exerciseId }) => exerciseId === exercise.id).map(brief);
    return own.length > 0 ? [{ exercise: shownExercise(ctx, exercise), lessons: own }] : [];
  });
  const marked = [...all, ...rows.map(({ exercise }) => exercise)].map(({ markingId }) => markingId);
  return { exercises: groups, markings: await markingViews(ctx, marked) };
}

/** One lesson whole: what it came from, what is done about it, what that became, and every step with its reason. */
export async function lessonByNumber(ctx: SignedIn, { code, number }: { code: string; number: number }) {
  const [row] = await ctx.tx
    .select({ exercise: exercises, id: lessons.id })
    .from(lessons)
    .innerJoin(exercises, eq(exercises.id, lessons.exerciseId))
    .where(sql`${exercises.code} = ${code} and ${lessons.number} = ${number}`);
  const { exercise, id } = found(row);
  const lesson = await loadLesson(ctx, exercise, id);
  const leads = leadsLessons(ctx.actor, exercise.id);
  const links = await linksOf(
    ctx,
    exercise.id,
    lesson.actions.map((action) => action.id),
  );
  const from = await ctx.tx
    .select({ id: lessonObservations.observationId })
    .from(lessonObservations)
    .where(eq(lessonObservations.lessonId, id));
  const seen = await loadObservations(ctx, exercise.id);
  const open = isOpen(lesson.state);
  return {
    exercise: shownExercise(ctx, exercise),
    markings: await markingViews(ctx, [exercise.markingId, lesson.markingId]),
    lesson: {
      ...lesson,
      actions: lesson.actions.map((action) => {
        const mine = action.personId === ctx.actor.personId;
        const can = open ? actionStepsFrom(action.state) : [];
        return {
          ...action,
          links: links.filter(({ actionId }) => actionId === action.id),
          can: can.filter((kind) => leads || (mine && (kind === 'done' || kind === 'undone'))),
          mayLink: open && (leads || mine),
        };
      }),
    },
    observations: seen.filter((one) => from.some(({ id: observationId }) => observationId === one.id)),
    owners: leads ? await ownersFor(ctx, id) : [],
    beside: await besideLessons(ctx, exercise.id),
    can: { lead: leads, steps: leads ? stepsFrom(lesson.state) : [], act: leads && open },
  };
}
