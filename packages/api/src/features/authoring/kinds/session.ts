import { z } from 'zod';
import type { KindOfActivity } from './kind.ts';

/** A live session: its text says what it is for, its minutes how long it is; its dates are planned apart. */
export const sessionSettings = z.strictObject({
  /** What completes it: having been there, as its staff noted, or the learner's own word. */
  completes: z.enum(['attendance', 'learner']).default('attendance'),
});

export type SessionSettings = z.output<typeof sessionSettings>;

/** The settings of a session; what is not set holds as it is at first. */
export function sessionOf(settings: unknown): SessionSettings {
  return sessionSettings.catch({ completes: 'attendance' }).parse(settings ?? {});
}

/** Something people come to at a time. */
export const session: KindOfActivity = {
  kind: 'session',
  settings: sessionSettings,
  initial: { settings: { completes: 'attendance' }, quiz: null },
  needsText: true,
  findings: () => [],
};
