import { z } from 'zod';
import { commandId, instant, singleLine, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';

export const byCodeInput = z.strictObject({ code: exerciseCode });
/** The key itself: 32 random bytes. The browser makes it, so that no answer ever holds it. */
const secret = z.string({ error: 'errors.id' }).regex(/^[\w-]{43}$/, { error: 'errors.id' });
/** A key of an exercise: what for, and for how many days. */
export const makeKeyInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, secret, name: singleLine({ min: 1, max: 100 }) },
  days: z
    .int({ error: 'errors.checks.days' })
    .min(1, { error: 'errors.checks.days' })
    .max(90, { error: 'errors.checks.days' }),
});
export const revokeKeyInput = z.strictObject({ commandId, keyId: uuid });

/** How many results one delivery may hold. */
export const MOST_RESULTS = 200;
const points = z
  .int({ error: 'errors.checks.points' })
  .min(-10_000, { error: 'errors.checks.points' })
  .max(10_000, { error: 'errors.checks.points' });

/** One result as a checker sends it: docs/formats/checks.md. */
const resultSchema = z
  .strictObject({
    reference: singleLine({ min: 1, max: 200 }),
    team: singleLine({ min: 1, max: 200 }),
    check: singleLine({ min: 1, max: 200 }),
    state: z.enum(['up', 'down'], { error: 'errors.checks.state' }).optional(),
    points: points.optional(),
    at: instant,
  })
  .refine(({ state, points: given }) => state !== undefined || given !== undefined, {
    path: ['state'],
    error: 'errors.checks.nothing',
  });
export const resultsSchema = z.strictObject({
  results: z
    .array(resultSchema, { error: 'errors.checks.list' })
    .min(1, { error: 'errors.checks.list' })
    .max(MOST_RESULTS, { error: 'errors.checks.many' }),
});

/** What was found, whichever way it came. */
export type CheckResult = {
  reference: string;
  team: string;
  check: string;
  state: 'up' | 'down' | null;
  points: number | null;
  at: Date;
};

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
export type MakeKeyInput = Input<typeof makeKeyInput>;
export { points as pointsSchema };
