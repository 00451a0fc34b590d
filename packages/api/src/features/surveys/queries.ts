import { exercises } from '@concord/db/schema/exercises';
import { surveyQuestions, surveys, surveyTakers } from '@concord/db/schema/surveys';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { leadsHotWash } from '../../policies/exercises.ts';
import { shownExercise } from '../exercises/rows.ts';
import { joinedExercise } from '../lessons/load.ts';
import { openRows } from '../lessons/sealed.ts';
import { markingViews } from '../threads/marking-views.ts';
import { resultsOf, surveyState } from './rules.ts';

type Row = typeof surveys.$inferSelect;

/** How many have answered. */
export async function countOf(ctx: SignedIn, surveyId: string): Promise<number> {
  const [row] = await ctx.tx.execute<{ count: number }>(
    sql`select concord.survey_count(${surveyId}::uuid) as count`,
  );
  return row?.count ?? 0;
}

/** The questions of a survey in their order. */
export async function questionsOf(ctx: SignedIn, surveyId: string) {
  const rows = await ctx.tx
    .select()
    .from(surveyQuestions)
    .where(eq(surveyQuestions.surveyId, surveyId))
    .orderBy(asc(surveyQuestions.position));
  return rows.map(({ choicesEn, choicesFr, surveyId: _, position: __, ...one }) => ({
    ...one,
    words: ctx.locale === 'fr' ? one.wordsFr : one.wordsEn,
    choices: choicesEn.length,
    labels: ctx.locale === 'fr' ? choicesFr : choicesEn,
    pairs: choicesEn.map((en, at) => ({ en, fr: choicesFr[at] ?? en })),
  }));
}

const taken = (ctx: SignedIn) =>
  sql<boolean>`exists (select from ${surveyTakers} t where t.survey_id = ${surveys.id} and t.person_id = ${ctx.actor.personId})`;

const counted = sql<number>`concord.survey_count(${surveys.id})`;

function shown(ctx: SignedIn, { opensAt, closesAt, titleEn, titleFr, id, threshold }: Row) {
  return {
    ...{ id, threshold, titleEn, titleFr },
    title: ctx.locale === 'fr' ? titleFr : titleEn,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    state: surveyState({ opensAt, closesAt }, ctx.now),
  };
}

/** The surveys of an exercise, for those in it. */
export async function surveysOf(ctx: SignedIn, code: string) {
  const { exercise, staff } = await joinedExercise(ctx, { code });
  const lead = leadsHotWash(ctx.actor, exercise.id) && exercise.cancelledAt === null;
  const rows = await ctx.tx
    .select({ row: surveys, taken: taken(ctx), count: counted })
    .from(surveys)
    .where(eq(surveys.exerciseId, exercise.id))
    .orderBy(desc(surveys.opensAt), desc(surveys.id))
    .limit(100);
  const all = rows.map((one) => ({ ...shown(ctx, one.row), taken: one.taken, count: one.count }));
  return {
    exercise: shownExercise(ctx, exercise),
    markings: await markingViews(ctx, [exercise.markingId]),
    surveys: all.filter(({ state }) => staff || state !== 'ahead'),
    can: { lead },
  };
}

/** The results of a survey, or null where fewer have answered than it asks for, or the reader may not see any. */
export async function resultsFor(ctx: SignedIn, survey: Pick<Row, 'id' | 'exerciseId'>) {
  const rows = await ctx.tx.execute<{ id: string; sealed: string }>(sql`
    select a.id, encode(a.sealed, 'base64') as sealed from concord.survey_answers(${survey.id}::uuid) a`);
  if (rows.length === 0) return null;
  const open = await openRows(ctx, survey.exerciseId, true);
  const questions = await questionsOf(ctx, survey.id);
  const answers = [...rows].map(({ id, sealed }) => open('survey', id, Buffer.from(sealed, 'base64')));
  const results = resultsOf(questions, answers);
  return questions.flatMap((question, at) => {
    const result = results[at];
    return result ? [{ ...question, ...result }] : [];
  });
}

/** One survey: to answer while it is open, and what came of it. */
export async function surveyById(ctx: SignedIn, surveyId: string) {
  const [row] = await ctx.tx
    .select({ row: surveys, taken: taken(ctx), count: counted, code: exercises.code })
    .from(surveys)
    .innerJoin(exercises, eq(exercises.id, surveys.exerciseId))
    .where(and(eq(surveys.id, surveyId)));
  const one = found(row);
  const { exercise, staff } = await joinedExercise(ctx, { code: one.code });
  const survey = shown(ctx, one.row);
  found(staff || survey.state !== 'ahead' || undefined);
  const lead = leadsHotWash(ctx.actor, exercise.id) && exercise.cancelledAt === null;
  return {
    exercise: shownExercise(ctx, exercise),
    markings: await markingViews(ctx, [exercise.markingId]),
    survey: { ...survey, taken: one.taken, count: one.count },
    questions: await questionsOf(ctx, surveyId),
    results: await resultsFor(ctx, one.row),
    can: {
      answer: survey.state === 'open' && !one.taken,
      change: lead && one.count === 0,
      results: staff,
    },
  };
}
