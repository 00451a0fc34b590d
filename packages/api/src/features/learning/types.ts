import type { ActivityKind } from '@concord/db/enums';
import type { Outcome } from '../grades/rules.ts';
import type { StartSettings } from '../quizzes/rules.ts';

/** An activity that is asked for and not done, as the tables have it. Instants are ISO. */
export type Part = {
  key: string;
  kind: ActivityKind;
  titles: Record<string, string>;
  quiz: StartSettings | null;
  /** When an assignment is due, by its settings. */
  workRule: { dueAt: string | null; dueDays: number | null } | null;
  extension: {
    extraMinutes: number;
    extraAttempts: number;
    closesAt: string | null;
    dueAt: string | null;
  } | null;
  attempts: {
    startedAt: string;
    endsAt: string | null;
    submittedAt: string | null;
    gradedAt: string | null;
  }[];
  /** The newest work handed in, or being written. */
  work: { submittedAt: string | null; outcome: 'pass' | 'fail' | 'return' | null } | null;
  /** The live session that comes, else the last there was; whether the person was there, and whether one passed before. */
  session: {
    startsAt: string;
    endsAt: string;
    state: 'present' | 'absent' | 'excused' | null;
    passed: boolean;
  } | null;
  /** What completes a session; null for other kinds. */
  completes: 'attendance' | 'learner' | null;
  decided: Outcome | null;
};
