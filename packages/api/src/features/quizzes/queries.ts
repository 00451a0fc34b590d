import { attempts } from '@concord/db/schema/learning';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { isCourseStaff, maySeeResult } from '../../policies/quizzes.ts';
import { type AskedRow, askedIn } from './asked.ts';
import { type AttemptRow, attemptsAt, ownQuiz, quizOfAttempt } from './load.ts';
import { shuffled } from './order.ts';
import { type QuestionReview, reviewQuestion } from './review.ts';
import { attemptState, closeFor, type MayStart, mayStart, showsRight } from './rules.ts';
import type { QuizSettings, ResultInput, StateInput } from './schemas.ts';
import { learnerQuestion } from './views.ts';

/** Where the person stands with a quiz: how it is taken, earlier tries, and the one under way with its questions. */
export async function quizState(ctx: SignedIn, input: StateInput) {
  const quiz = await ownQuiz(ctx, input);
  const all = await attemptsAt(ctx, quiz);
  const current = all.find((attempt) => attempt.submittedAt === null);
  const languages = [input.language ?? quiz.language, ctx.locale, quiz.sourceLanguage];
  return {
    now: ctx.now.toISOString(),
    titles: quiz.titles,
    settings: { ...quiz.settings, closesAt: closeFor(quiz.settings, quiz.extension)?.toISOString() ?? null },
    extension: quiz.extension && {
      extraMinutes: quiz.extension.extraMinutes,
      extraAttempts: quiz.extension.extraAttempts,
    },
    questionCount: quiz.questionCount,
    start: mayStart(all, quiz.settings, ctx.now, quiz.extension),
    earlier: all.filter((attempt) => attempt !== current).map(summaryOf),
    open: current ? await openAttempt(ctx, current, { languages, settings: quiz.settings }) : null,
  };
}

type Languages = readonly (string | null | undefined)[];

/** The attempt under way: questions in its order, nothing that tells an answer not yet fixed, and what was saved. */
async function openAttempt(
  ctx: SignedIn,
  attempt: AttemptRow,
  { languages, settings }: { languages: Languages; settings: QuizSettings },
) {
  const asked = await askedIn(ctx, attempt.id);
  const shown = inShownOrder(asked, attempt, settings);
  const right = settings.showRight !== 'never';
  const how = { seed: attempt.seed, shuffle: settings.shuffle };
  const checked = shown.filter(({ response }) => response?.points !== null && response !== null);
  return {
    id: attempt.id,
    number: attempt.number,
    state: attemptState(attempt, ctx.now),
    startedAt: attempt.startedAt.toISOString(),
    endsAt: attempt.endsAt?.toISOString() ?? null,
    immediate: settings.feedback === 'immediate',
    certainty: settings.certainty === true,
    questions: shown.map((question) => learnerQuestion(question, languages, how)),
    answers: savedOf(asked),
    checked: Object.fromEntries(
      checked.map((one): [string, QuestionReview] => [
        one.key,
        reviewQuestion(one, one.response ?? undefined, { languages, right }),
      ]),
    ),
  };
}

function inShownOrder(asked: AskedRow[], { seed }: AttemptRow, { shuffle }: QuizSettings): AskedRow[] {
  return shuffle ? shuffled(asked, String(seed)) : asked;
}

function savedOf(asked: readonly AskedRow[]) {
  return Object.fromEntries(
    asked.flatMap(({ key, response }) => {
      if (response === null || response.answer === null) return [];
      const { sequence, answer, certainty, savedAt } = response;
      return [[key, { sequence, answer, certainty, savedAt: savedAt.toISOString() }]];
    }),
  );
}

function summaryOf(attempt: AttemptRow) {
  const { id, number, startedAt, submittedAt, points, outOf, percent, passed } = attempt;
  return {
    id,
    number,
    startedAt: startedAt.toISOString(),
    submittedAt: submittedAt?.toISOString() ?? null,
    points: points ?? 0,
    outOf: outOf ?? 0,
    percent: percent ?? 0,
    passed: passed ?? false,
    /** Something of it waits to be marked by a person. */
    waiting: submittedAt !== null && percent === null,
  };
}

/** An attempt handed in, with the words to each answer: for who made it, and for the staff of its course. */
export async function attemptResult(ctx: SignedIn, input: ResultInput) {
  const [row] = await ctx.tx.select().from(attempts).where(eq(attempts.id, input.attemptId));
  const attempt = found(row);
  const quiz = await quizOfAttempt(ctx, attempt);
  const readable = maySeeResult(ctx.actor, { personId: attempt.personId, courseId: quiz.courseId });
  found(readable && attempt.submittedAt !== null ? attempt : undefined);
  const languages = [input.language ?? quiz.language, ctx.locale, quiz.sourceLanguage];
  const { right, start } = await whatIsShown(ctx, attempt, quiz);
  const asked = inShownOrder(await askedIn(ctx, attempt.id), attempt, quiz.settings);
  return {
    ...summaryOf(attempt),
    passMark: quiz.settings.passMark,
    certainty: quiz.settings.certainty === true,
    /** Whether what was right is shown, and if not, whether it will be once no attempt is left. */
    right,
    rightLater: !right && quiz.settings.showRight === 'atEnd' && start !== null,
    questions: asked.map((one) => reviewQuestion(one, one.response ?? undefined, { languages, right })),
  };
}

/** Staff always see what was right; who made the attempt, by the quiz's rule. */
async function whatIsShown(
  ctx: SignedIn,
  attempt: AttemptRow,
  quiz: Awaited<ReturnType<typeof quizOfAttempt>>,
): Promise<{ right: boolean; start: MayStart | null }> {
  if (attempt.personId !== ctx.actor.personId || isCourseStaff(ctx.actor, quiz.courseId))
    return { right: true, start: null };
  const { showRight } = quiz.settings;
  if (showRight !== 'atEnd') return { right: showRight !== 'never', start: null };
  const all = await attemptsAt(ctx, quiz);
  const start = mayStart(all, quiz.settings, ctx.now, quiz.extension);
  return {
    right: showsRight(showRight, { passed: all.some(({ passed }) => passed === true), start }),
    start,
  };
}
