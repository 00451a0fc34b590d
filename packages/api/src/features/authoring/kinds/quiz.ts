import { z } from 'zod';
import { instant } from '../../../schemas.ts';
import type { KindOfActivity } from './kind.ts';

/** How a quiz is taken. Its questions stand in the bank. */
export const quizSettings = z
  .strictObject({
    passMark: z.int().min(0).max(100),
    maxAttempts: z.int().min(1).max(100).nullable(),
    minutes: z.int().min(1).max(600).nullable(),
    shuffle: z.boolean(),
    delayHours: z.int().min(0).max(2000).default(0),
    opensAt: instant.nullable().default(null),
    closesAt: instant.nullable().default(null),
    feedback: z.enum(['deferred', 'immediate']).default('deferred'),
    certainty: z.boolean().default(false),
    showRight: z.enum(['always', 'atEnd', 'never']).default('always'),
  })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || new Date(opensAt) < new Date(closesAt), {
    path: ['closesAt'],
    error: 'errors.authoring.closesBeforeOpens',
  });

export type QuizSettings = z.output<typeof quizSettings>;

/** Questions to answer. */
export const quiz: KindOfActivity = {
  kind: 'quiz',
  settings: quizSettings,
  initial: {
    settings: null,
    quiz: { ...quizSettings.parse({ passMark: 80, maxAttempts: null, minutes: null, shuffle: true }) },
  },
  needsText: false,
  findings: ({ questionCount }) => (questionCount === 0 ? [{ severity: 'error', code: 'noQuestions' }] : []),
};
