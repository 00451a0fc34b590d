import { dueOf } from '../assignments/rules.ts';
import { stands } from '../grades/rules.ts';
import { closeFor, mayStart, type StartSettings } from '../quizzes/rules.ts';
import type { Part } from './types.ts';

/** Why an activity is not done: a step the person can take, or what it waits for. */
export const steps = [
  'toRead',
  'toWatch',
  'toTake',
  'toConfirm',
  'toAnswer',
  'answering',
  'failed',
  'toWrite',
  'writing',
  'returned',
] as const;
export type Step = (typeof steps)[number];
export type Wait =
  | 'locked'
  | 'decided'
  | 'noneLeft'
  | 'notYetOpen'
  | 'closed'
  | 'wait'
  | 'marking'
  | 'judging'
  | 'workFailed'
  | 'session'
  | 'sessionAgain'
  | 'sessionOver'
  | 'missed'
  | 'excused'
  | 'noSession';
/** `at`: the instant the reason speaks of, as ISO; null where it speaks of none. */
export type Why = { reason: Step | Wait; at: string | null };

const isStep = new Set<string>(steps);

/** Whether the person can do something about it now. */
export function actionable({ reason }: Pick<Why, 'reason'>): boolean {
  return isStep.has(reason);
}

const because = (reason: Why['reason'], at: string | null = null): Why => ({ reason, at });

/** The one reason why an activity that is asked for is not done. `locked`: something before it is not done. */
export function whyOf(part: Part, { now, locked }: { now: Date; locked: boolean }): Why {
  if (!stands(true, part.decided)) return because('decided');
  if (locked) return because('locked');
  switch (part.kind) {
    case 'page':
      return because('toRead');
    case 'video':
      return because('toWatch');
    case 'file':
      return because('toTake');
    case 'quiz':
      return whyOfQuiz(part, now);
    case 'assignment':
      return whyOfWork(part);
    case 'session':
      return whyOfSession(part, now);
  }
}

function whyOfQuiz({ quiz, attempts, extension }: Part, now: Date): Why {
  const tries = attempts.map((one) => ({
    startedAt: new Date(one.startedAt),
    endsAt: one.endsAt === null ? null : new Date(one.endsAt),
    submittedAt: one.submittedAt === null ? null : new Date(one.submittedAt),
  }));
  const start = mayStart(tries, settingsOf(quiz), now, extensionOf(extension));
  if (!start.may && start.reason === 'running') return because('answering', endOfRunning(attempts));
  if (attempts.some(({ submittedAt, gradedAt }) => submittedAt !== null && gradedAt === null))
    return because('marking');
  if (start.may) return because(attempts.length > 0 ? 'failed' : 'toAnswer');
  return 'at' in start ? because(start.reason, start.at) : because('noneLeft');
}

const settingsOf = (quiz: StartSettings | null): StartSettings => quiz ?? { maxAttempts: null };

function extensionOf(extension: Part['extension']) {
  if (!extension) return null;
  const { extraAttempts, extraMinutes, closesAt } = extension;
  return { extraAttempts, extraMinutes, closesAt: closesAt === null ? null : new Date(closesAt) };
}

function endOfRunning(attempts: Part['attempts']): string | null {
  return attempts.find(({ submittedAt }) => submittedAt === null)?.endsAt ?? null;
}

function whyOfWork({ work }: Part): Why {
  if (!work) return because('toWrite');
  if (work.submittedAt === null) return because('writing');
  if (work.outcome === 'return') return because('returned');
  return because(work.outcome === 'fail' ? 'workFailed' : 'judging', work.submittedAt);
}

/** A session that comes; where none comes, the learner's own word or what became of the last one. */
function whyOfSession({ session, completes }: Part, now: Date): Why {
  if (session && new Date(session.endsAt) > now)
    return because(session.passed ? 'sessionAgain' : 'session', session.startsAt);
  if (completes === 'learner') return because('toConfirm');
  if (!session) return because('noSession');
  if (session.state === 'excused') return because('excused', session.startsAt);
  return because(session.state === 'absent' ? 'missed' : 'sessionOver', session.startsAt);
}

/** By when an activity is due by itself: work's own day, a quiz that closes, a session that begins; null for none. */
export function dueOfPart(part: Part, enrolledAt: Date, now: Date): Date | null {
  const { extension, quiz, session, work } = part;
  if (part.kind === 'assignment') {
    if (work && work.submittedAt !== null && work.outcome !== 'return') return null;
    const extended = extension?.dueAt ? new Date(extension.dueAt) : null;
    return dueOf(part.workRule ?? { dueAt: null, dueDays: null }, { enrolledAt, extended });
  }
  if (part.kind === 'quiz') {
    const closes = closeFor(settingsOf(quiz), extensionOf(extension));
    return closes && closes > now ? closes : null;
  }
  return session && new Date(session.endsAt) > now ? new Date(session.startsAt) : null;
}
