import { z } from 'zod';
import { commandId, instant, uuid } from '../../schemas.ts';
import { readCode } from './rules.ts';

/** What a door saw, the most at a time; a door that saw more sends again. */
export const MOST_AT_ONCE = 500;

const badge = z
  .string()
  .max(20)
  .transform((typed, ctx) => {
    const code = readCode(typed);
    if (code === null) ctx.addIssue({ code: 'custom', message: 'errors.field.invalid' });
    return code ?? '';
  });

/** Somebody came or went: the id is the door's, so that what is sent twice counts once. */
export const passageInput = z.strictObject({
  id: uuid,
  badge,
  kind: z.enum(['in', 'out']),
  at: instant,
});

export const bringInput = z.strictObject({
  commandId,
  exerciseId: uuid,
  passages: z.array(passageInput).min(1).max(MOST_AT_ONCE),
});
export type BringInput = Omit<z.output<typeof bringInput>, 'commandId'>;
