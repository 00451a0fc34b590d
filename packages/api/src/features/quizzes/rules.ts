import type { QuestionAnswer, QuestionBody } from '../bank/body.ts';
import { type Certainty, withCertainty } from './scoring/certainty.ts';
import { hasAnswer, scoreAnswer } from './scoring/score.ts';

/** A question an attempt asks, with all that decides it. It never leaves the server like this. */
export type Asked = { key: string; points: number; body: QuestionBody };

/** What was given to a question: the answer that stands, how sure, and what a person made of it. */
export type Given = {
  answer: QuestionAnswer | null;
  certainty: Certainty | null;
  /** Points a person gave; null while nobody has. */
  marked: number | null;
};

export type QuestionResult = {
  key: string;
  /** From 0 to 1; null while a person has to mark it. */
  score: number | null;
  /** With certainty it can fall below 0. */
  points: number | null;
  outOf: number;
};

export type Grade = {
  points: number;
  outOf: number;
  /** Null while something waits to be marked. */
  percent: number | null;
  passed: boolean | null;
  perQuestion: QuestionResult[];
};

type Marking = { passMark: number; certainty?: boolean };

/** What one answer earns. */
export function gradeAnswer(
  { key, points, body }: Asked,
  given: Given | undefined,
  sure: boolean,
): QuestionResult {
  const answered = hasAnswer(given?.answer);
  const own = scoreAnswer(body, given?.answer);
  if (own === null) {
    const marked = given?.marked ?? null;
    const score = marked === null || points === 0 ? null : marked / points;
    return { key, score: marked === null ? null : (score ?? 0), points: marked, outOf: points };
  }
  const share = sure && answered ? withCertainty(own, given?.certainty ?? null, answered) : own;
  return { key, score: own, points: hundredths(share * points), outOf: points };
}

/**
 * Grades an attempt. The percentage is rounded down, so that nobody reads the pass mark and has failed; certainty can
 * take points away, but nobody falls below 0 in all.
 */
export function gradeAttempt(
  asked: readonly Asked[],
  given: ReadonlyMap<string, Given>,
  { passMark, certainty = false }: Marking,
): Grade {
  const perQuestion = asked.map((question) => gradeAnswer(question, given.get(question.key), certainty));
  return { ...totalOf(perQuestion, passMark), perQuestion };
}

/** The sum of what the answers of an attempt earned; without a percentage while one of them waits. */
export function totalOf(
  results: readonly Pick<QuestionResult, 'points' | 'outOf'>[],
  passMark: number,
): Omit<Grade, 'perQuestion'> {
  const points = Math.max(0, hundredths(results.reduce((sum, one) => sum + (one.points ?? 0), 0)));
  const outOf = results.reduce((sum, one) => sum + one.outOf, 0);
  if (results.some((one) => one.points === null)) return { points, outOf, percent: null, passed: null };
  const percent = outOf === 0 ? 0 : Math.floor((points * 100) / outOf + 1e-9);
  return { points, outOf, percent, passed: outOf > 0 && percent >= passMark };
}

const hundredths = (points: number) => Math.round(points * 100) / 100;

export type Attempt = { startedAt: Date; endsAt: Date | null; submittedAt: Date | null };
export type AttemptState = 'open' | 'expired' | 'submitted';

/** How long after the end an answer may still arrive: it was on its way. */
export const GRACE_SECONDS = 10;

/** How long after the end an answer given in time may still arrive: its sequence says when, and the line was cut. */
export const RECONNECT_SECONDS = 120;

/** Where an attempt stands: nobody's job has to close it. */
export function attemptState(attempt: Attempt, now: Date): AttemptState {
  if (attempt.submittedAt !== null) return 'submitted';
  return attempt.endsAt !== null && now >= attempt.endsAt ? 'expired' : 'open';
}

export type StartSettings = {
  maxAttempts: number | null;
  delayHours?: number;
  opensAt?: string | null;
  closesAt?: string | null;
};
/** What one person was given beyond the rest. */
export type Extension = { extraMinutes: number; extraAttempts: number; closesAt: Date | null };
export type MayStart =
  | { may: true; left: number | null }
  | { may: false; reason: 'running' | 'noneLeft' }
  | { may: false; reason: 'notYetOpen' | 'closed' | 'wait'; at: string };

/** Whether a new attempt may start, and how many are left; or the one reason why not, and since or until when. */
export function mayStart(
  attempts: readonly Attempt[],
  settings: StartSettings,
  now: Date,
  extension: Extension | null = null,
): MayStart {
  if (attempts.some((attempt) => attemptState(attempt, now) === 'open'))
    return { may: false, reason: 'running' };
  const { opensAt } = settings;
  if (opensAt && now < new Date(opensAt)) return { may: false, reason: 'notYetOpen', at: opensAt };
  const closesAt = closeFor(settings, extension);
  if (closesAt && now >= closesAt) return { may: false, reason: 'closed', at: closesAt.toISOString() };
  const left =
    settings.maxAttempts === null
      ? null
      : settings.maxAttempts + (extension?.extraAttempts ?? 0) - attempts.length;
  if (left !== null && left <= 0) return { may: false, reason: 'noneLeft' };
  const next = nextStart(attempts, settings.delayHours ?? 0);
  if (next && now < next) return { may: false, reason: 'wait', at: next.toISOString() };
  return { may: true, left };
}

/** When the quiz closes for a person: by its settings, or later by their extension. */
export function closeFor(settings: StartSettings, extension: Extension | null): Date | null {
  if (!settings.closesAt) return null;
  const own = new Date(settings.closesAt);
  return extension?.closesAt && extension.closesAt > own ? extension.closesAt : own;
}

function nextStart(attempts: readonly Attempt[], delayHours: number): Date | null {
  const ends = attempts.map(({ submittedAt, endsAt }) => (submittedAt ?? endsAt)?.getTime() ?? 0);
  if (delayHours === 0 || ends.length === 0) return null;
  return new Date(Math.max(...ends) + delayHours * 3_600_000);
}

/** When an attempt started now has to be handed in: its own minutes, and never after the quiz closes. */
export function endOfAttempt(startedAt: Date, minutes: number | null, closesAt: Date | null): Date | null {
  const own = minutes === null ? null : new Date(startedAt.getTime() + minutes * 60_000);
  if (own === null || closesAt === null) return own ?? closesAt;
  return own < closesAt ? own : closesAt;
}

/** Whether an attempt handed in shows what was right. */
export function showsRight(
  rule: 'always' | 'atEnd' | 'never' | undefined,
  { passed, start }: { passed: boolean; start: MayStart },
): boolean {
  if (rule === 'never') return false;
  if (rule !== 'atEnd') return true;
  return passed || (!start.may && (start.reason === 'noneLeft' || start.reason === 'closed'));
}
