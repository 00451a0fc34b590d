import { foldAnswer } from './folding.ts';
import type { Answer, Answers, QuestionKind } from './schemas.ts';

export type Choice = { key: string; text: string; correct: boolean; feedback?: string };

/** A question in one language, with all that decides it. It never leaves the server like this. */
export type Question = {
  key: string;
  kind: QuestionKind;
  points: number;
  prompt: string;
  choices: Choice[];
  accepted: string[];
  explanation: string;
};

/** What a learner may see of a question before the attempt is handed in. */
export type LearnerQuestion = {
  key: string;
  kind: QuestionKind;
  points: number;
  prompt: string;
  choices: { key: string; text: string }[];
};

export type QuestionResult = {
  key: string;
  points: number;
  outOf: number;
  correct: boolean;
  answered: boolean;
};
export type Grade = {
  points: number;
  outOf: number;
  percent: number;
  passed: boolean;
  perQuestion: QuestionResult[];
};

/** The share of a question's points an answer earns, from 0 to 1. */
export function scoreAnswer(question: Question, answer: Answer | undefined): number {
  if (answer === undefined) return 0;
  if (question.kind === 'shortAnswer') {
    const typed = 'text' in answer ? foldAnswer(answer.text) : '';
    return typed !== '' && question.accepted.some((accepted) => foldAnswer(accepted) === typed) ? 1 : 0;
  }
  const picked = new Set('choices' in answer ? answer.choices : []);
  const right = question.choices.filter(({ correct }) => correct).length;
  const hits = question.choices.filter(({ key, correct }) => correct && picked.has(key)).length;
  const misses = picked.size - hits;
  if (right === 0) return 0;
  if (question.kind === 'multiple') return Math.max(0, hits - misses) / right;
  return picked.size === 1 && hits === 1 ? 1 : 0;
}

function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  return 'text' in answer ? answer.text.trim() !== '' : answer.choices.length > 0;
}

/** Grades an attempt. The percentage is rounded down, so that nobody reads the pass mark and has failed. */
export function gradeAttempt(questions: Question[], answers: Answers, passMark: number): Grade {
  const perQuestion = questions.map((question): QuestionResult => {
    const given = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
    const score = scoreAnswer(question, given);
    return {
      key: question.key,
      points: hundredths(score * question.points),
      outOf: question.points,
      correct: score === 1,
      answered: isAnswered(given),
    };
  });
  const points = hundredths(perQuestion.reduce((sum, result) => sum + result.points, 0));
  const outOf = perQuestion.reduce((sum, result) => sum + result.outOf, 0);
  const percent = outOf === 0 ? 0 : Math.floor((points * 100) / outOf + 1e-9);
  return { points, outOf, percent, passed: outOf > 0 && percent >= passMark, perQuestion };
}

const hundredths = (points: number) => Math.round(points * 100) / 100;

/** A question as a learner sees it, choices in the order this attempt shows them; nothing that tells the answer. */
export function learnerQuestion(question: Question, seed: string | null): LearnerQuestion {
  const { key, kind, points, prompt } = question;
  const plain = question.choices.map((choice) => ({ key: choice.key, text: choice.text }));
  const fixed = seed === null || kind === 'trueFalse';
  return { key, kind, points, prompt, choices: fixed ? plain : shuffled(plain, `${seed}:${key}`) };
}

/** What a learner is shown after handing in: what was right, and the words to the choices they made. */
export function reviewQuestion(question: Question, answer: Answer | undefined) {
  const picked = new Set(answer && 'choices' in answer ? answer.choices : []);
  return {
    ...learnerQuestion(question, null),
    choices: question.choices.map(({ key, text, correct, feedback }) => {
      const chosen = picked.has(key);
      return { key, text, correct, chosen, feedback: chosen || correct ? (feedback ?? '') : '' };
    }),
    typed: answer && 'text' in answer ? answer.text : '',
    accepted: question.accepted.slice(0, 1),
    explanation: question.explanation,
    correct: scoreAnswer(question, answer) === 1,
  };
}

export type Attempt = { startedAt: Date; endsAt: Date | null; submittedAt: Date | null };
export type AttemptState = 'open' | 'expired' | 'submitted';

/** How long after the end an answer given in time may still arrive. */
export const GRACE_SECONDS = 10;

/** Where an attempt stands: nobody's job has to close it. */
export function attemptState(attempt: Attempt, now: Date): AttemptState {
  if (attempt.submittedAt !== null) return 'submitted';
  return attempt.endsAt !== null && now >= attempt.endsAt ? 'expired' : 'open';
}

export type StartSettings = { maxAttempts: number | null; opensAt?: Date | null; closesAt?: Date | null };
export type MayStart =
  | { may: true; left: number | null }
  | { may: false; reason: 'running' | 'noneLeft' | 'notYetOpen' | 'closed' };

/** Whether a new attempt may start, and how many are left; or the one reason why not. */
export function mayStart(attempts: Attempt[], settings: StartSettings, now: Date): MayStart {
  if (attempts.some((attempt) => attemptState(attempt, now) === 'open'))
    return { may: false, reason: 'running' };
  if (settings.opensAt && now < settings.opensAt) return { may: false, reason: 'notYetOpen' };
  if (settings.closesAt && now >= settings.closesAt) return { may: false, reason: 'closed' };
  if (settings.maxAttempts === null) return { may: true, left: null };
  const left = settings.maxAttempts - attempts.length;
  return left > 0 ? { may: true, left } : { may: false, reason: 'noneLeft' };
}

/** When an attempt started now has to be handed in: its own minutes, and never after the quiz closes. */
export function endOfAttempt(startedAt: Date, minutes: number | null, closesAt: Date | null): Date | null {
  const own = minutes === null ? null : new Date(startedAt.getTime() + minutes * 60_000);
  if (own === null || closesAt === null) return own ?? closesAt;
  return own < closesAt ? own : closesAt;
}

/** The same order for the same seed, on any machine. */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const result = [...items];
  const next = randomFrom(seed);
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const held = result[last] as Item;
    result[last] = result[other] as Item;
    result[other] = held;
  }
  return result;
}

/** Numbers from 0 to 1 that depend on the seed alone: FNV-1a into mulberry32. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
