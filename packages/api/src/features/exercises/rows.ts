import { exerciseObjectives, exercises, exerciseTeams } from '@concord/db/schema/exercises';
import { asc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { markingViews } from '../threads/marking-views.ts';

/** The exercise of a code; to who may not know of it, it does not exist. */
export async function exerciseRow(ctx: SignedIn, code: string) {
  const [row] = await ctx.tx.select().from(exercises).where(eq(exercises.code, code));
  return found(row);
}

/** The exercise of an id, likewise. */
export async function exerciseRowById(ctx: SignedIn, id: string) {
  const [row] = await ctx.tx.select().from(exercises).where(eq(exercises.id, id));
  return found(row);
}

/** What the pages about an exercise say of it, in the reader's language. */
export function shownExercise(ctx: SignedIn, exercise: typeof exercises.$inferSelect) {
  const { id, code, markingId, timeZone, nameEn, nameFr } = exercise;
  return { id, code, markingId, timeZone, name: ctx.locale === 'fr' ? nameFr : nameEn };
}

/** The teams of an exercise by name, in the planners' order. */
export async function teamsOf(ctx: SignedIn, exerciseId: string) {
  return ctx.tx
    .select({ id: exerciseTeams.id, name: exerciseTeams.name })
    .from(exerciseTeams)
    .where(eq(exerciseTeams.exerciseId, exerciseId))
    .orderBy(asc(exerciseTeams.position), asc(exerciseTeams.id));
}

/** The objectives of an exercise in the planners' order, in both languages and in the reader's. */
export async function objectivesOf(ctx: SignedIn, exerciseId: string) {
  const rows = await ctx.tx
    .select({
      id: exerciseObjectives.id,
      titleEn: exerciseObjectives.titleEn,
      titleFr: exerciseObjectives.titleFr,
    })
    .from(exerciseObjectives)
    .where(eq(exerciseObjectives.exerciseId, exerciseId))
    .orderBy(asc(exerciseObjectives.position));
  return rows.map((one) => ({ ...one, title: ctx.locale === 'fr' ? one.titleFr : one.titleEn }));
}

/** What leaves an exercise says so, with its level: EXERCISE and the level's name, in the reader's language. */
export async function exerciseLabel(ctx: SignedIn, markingId: string): Promise<string> {
  const level = (await markingViews(ctx, [markingId]))[markingId]?.levelName ?? '';
  return `${ctx.locale === 'fr' ? 'EXERCICE' : 'EXERCISE'} · ${level}`;
}

/** A name for a file that leaves an exercise: its label first, in plain letters. */
export const labelledFile = (label: string, name: string) =>
  `${label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')}_${name}`;
