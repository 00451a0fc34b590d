import { attempts } from '@concord/db/schema/learning';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { maySeeResult } from '../../policies/quizzes.ts';
import { type AttemptRow, answersOf, attemptsAt, ownQuiz, quizOfAttempt, type SavedAnswer } from './load.ts';
import { questionsOf } from './questions.ts';
import { attemptState, learnerQuestion, mayStart, reviewQuestion, shuffled } from './rules.ts';
import type { ResultInput, StateInput } from './schemas.ts';

/** Where the person stands with a quiz: how it is taken, earlier tries, and the one under way with its questions. */
export async function quizState(ctx: SignedIn, input: StateInput) {
  const quiz = await ownQuiz(ctx, input);
  const all = await attemptsAt(ctx, input.enrolmentId, input.activityId);
  const current = all.find((attempt) => attempt.submittedAt === null);
  const languages = [input.language ?? quiz.language, ctx.locale, quiz.sourceLanguage];
  return {
    now: ctx.now.toISOString(),
    titles: quiz.titles,
    settings: quiz.settings,
    questionCount: quiz.questionCount,
    start: mayStart(all, quiz.settings, ctx.now),
    earlier: all.filter((attempt) => attempt !== current).map(summaryOf),
    open: current ? await openAttempt(ctx, current, languages, quiz.settings.shuffle) : null,
  };
}

type Languages = readonly (string | null | undefined)[];

/** The attempt under way: questions in its order, nothing that tells an answer, and what was saved. */
async function openAttempt(ctx: SignedIn, attempt: AttemptRow, languages: Languages, shuffle: boolean) {
  const questions = await questionsOf(ctx, attempt.activityId, languages);
  const seed = shuffle ? String(attempt.seed) : null;
  const shown = seed === null ? questions : shuffled(questions, seed);
  return {
    id: attempt.id,
    number: attempt.number,
    state: attemptState(attempt, ctx.now),
    startedAt: attempt.startedAt.toISOString(),
    endsAt: attempt.endsAt?.toISOString() ?? null,
    questions: shown.map((question) => learnerQuestion(question, seed)),
    answers: savedOf(await answersOf(ctx, attempt.id)),
  };
}

function savedOf(saved: ReadonlyMap<string, SavedAnswer>) {
  return Object.fromEntries(
    [...saved].map(([key, { sequence, answer, savedAt }]) => [
      key,
      { sequence, answer, savedAt: savedAt.toISOString() },
    ]),
  );
}

function summaryOf({ id, number, startedAt, submittedAt, points, outOf, percent, passed }: AttemptRow) {
  return {
    id,
    number,
    startedAt: startedAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    points: points ?? 0,
    outOf: outOf ?? 0,
    percent: percent ?? 0,
    passed: passed ?? false,
  };
}

/** An attempt handed in, with the words to each answer: for who made it, and for the staff of its course. */
export async function attemptResult(ctx: SignedIn, input: ResultInput) {
  const [row] = await ctx.tx.select().from(attempts).where(eq(attempts.id, input.attemptId));
  const attempt = found(row);
  const quiz = await quizOfAttempt(ctx, attempt);
  const readable = maySeeResult(ctx.actor, { personId: attempt.personId, courseId: quiz.courseId });
  found(readable && attempt.submittedAt !== null ? attempt : undefined);
  const questions = await questionsOf(ctx, attempt.activityId, [
    input.language ?? quiz.language,
    ctx.locale,
    quiz.sourceLanguage,
  ]);
  const saved = await answersOf(ctx, attempt.id);
  const shown = quiz.settings.shuffle ? shuffled(questions, String(attempt.seed)) : questions;
  return {
    ...summaryOf(attempt),
    passMark: quiz.settings.passMark,
    questions: shown.map((question) => reviewQuestion(question, saved.get(question.key)?.answer)),
  };
}
