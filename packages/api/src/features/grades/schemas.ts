import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';
import { outcomes } from './rules.ts';

const activityKey = singleLine({ min: 1, max: 200 }).nullable();
const reason = text({ min: 1, max: 1000 });

/** Whose results: of a course, or of one cohort; of one party; by name. */
export const bookInput = z.strictObject({
  of: z.union([
    z.strictObject({ course: singleLine({ min: 1, max: 200 }) }),
    z.strictObject({ cohortId: uuid }),
  ]),
  partyId: uuid.optional(),
  query: singleLine({ max: 200 }).optional(),
  after: z.string().max(400).optional(),
});
export type BookInput = z.output<typeof bookInput>;

/** `activityKey` null: the course as a whole. */
export const decideInput = z.strictObject({
  commandId,
  enrolmentId: uuid,
  activityKey,
  outcome: z.enum(outcomes),
  percent: z.number().min(0).max(100).nullable(),
  reason,
});

/** `activityKey` null: the course as a whole. */
export const extendInput = z.strictObject({
  commandId,
  enrolmentId: uuid,
  activityKey,
  dueAt: instant,
  reason,
});
